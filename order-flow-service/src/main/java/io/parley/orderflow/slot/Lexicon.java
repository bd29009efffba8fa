package io.parley.orderflow.slot;

import io.parley.campaign.Campaign;
import io.parley.campaign.Slot;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is prepared once for some slots in a language: those of a campaign, as a rule. Holds parts of the campaign and never the campaign itself. */
final class Lexicon {

    private final Map<String, Slot> slots;
    private final Locale locale;
    private final Words words;
    private final Numerals numerals;
    private final OptionReader options;
    private final EmailReader emails;
    private final DayReader days;
    private final ClockReader clock;

    Lexicon(Campaign campaign) {
        this(campaign.slots(), campaign.locale());
    }

    Lexicon(Map<String, Slot> slots, Locale locale) {
        this.slots = slots;
        this.locale = locale;
        this.words = Words.of(locale);
        this.numerals = new Numerals(words, locale);
        this.options = new OptionReader(new OptionIndex(slots.values(), words), words);
        this.emails = new EmailReader(words);
        this.clock = new ClockReader(words, numerals);
        this.days = new DayReader(words, numerals, new NumericDates(locale));
    }

    Map<String, Slot> slots() {
        return slots;
    }

    List<Slot> slotsIn(List<String> names) {
        return names.stream().filter(slots::containsKey).map(slots::get).toList();
    }

    Locale locale() {
        return locale;
    }

    Words words() {
        return words;
    }

    Numerals numerals() {
        return numerals;
    }

    OptionReader options() {
        return options;
    }

    DayReader days() {
        return days;
    }

    ClockReader clock() {
        return clock;
    }

    EmailReader emails() {
        return emails;
    }
}
