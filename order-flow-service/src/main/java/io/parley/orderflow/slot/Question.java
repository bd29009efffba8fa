package io.parley.orderflow.slot;

import io.parley.campaign.Campaign;
import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A question that belongs to no campaign, and what it takes to understand its answer. Prepared once for each language. */
public final class Question {

    private final Slot slot;
    private final Map<Locale, Lexicon> lexicons = new ConcurrentHashMap<>();

    /** @param type of the value that is asked for */
    public Question(SlotType type) {
        this.slot = new Slot("answer", type, false, Optional.empty(), false, true, false, Slot.Limits.NONE, Map.of());
    }

    /** The canonical value that the words give, or nothing if they do not answer. */
    public Optional<String> answer(Campaign campaign, String text, ZonedDateTime now) {
        Lexicon lexicon = lexicon(campaign.locale());
        Utterance utterance = lexicon.words().hear(text);
        if (utterance.size() == 0) {
            return Optional.empty();
        }
        Heard heard = new Heard(text, List.of(slot.name()), Map.of(), false, now);
        return Listening.to(new Hearing(lexicon, heard, utterance))
                .values()
                .getOrDefault(slot.name(), List.of())
                .stream()
                .findFirst();
    }

    private Lexicon lexicon(Locale locale) {
        return lexicons.computeIfAbsent(locale, language -> new Lexicon(Map.of(slot.name(), slot), language));
    }
}
