package io.parley.orderflow.slot;

import io.parley.contracts.text.Typos;
import io.parley.orderflow.slot.Numerals.Numeral;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.MonthDay;
import java.time.Period;
import java.util.Map;
import java.util.Optional;

/** Names of months, weekdays, feasts and units of time, with small typos. */
final class CalendarWords {

    /** Shorter names are too near to other words and to people's names: Jane is no June. */
    private static final int SHORTEST_TYPO = 5;

    private static final int SHORTEST_SLIP = 4;

    private final Words words;
    private final Map<String, Integer> months;
    private final Map<String, Integer> weekdays;
    private final Map<String, Integer> relative;
    private final NumberedPhrases relativePhrases;
    private final NumberedPhrases feasts;
    private final NumberedPhrases movable;
    private final Map<String, Integer> units;

    CalendarWords(Words words) {
        this.words = words;
        this.months = words.numbered("months");
        this.weekdays = words.numbered("weekdays");
        this.relative = words.numbered("days-from-today");
        this.relativePhrases = words.numberedPhrases("days-from-today");
        this.feasts = words.numberedPhrases("feasts");
        this.movable = words.numberedPhrases("days-from-easter");
        this.units = words.numbered("units-in-days");
    }

    Optional<Integer> month(Utterance utterance, int at) {
        return lookUp(months, utterance.word(at));
    }

    Optional<DayOfWeek> weekday(Utterance utterance, int at) {
        return lookUp(weekdays, utterance.word(at))
                .filter(day -> !isAmbiguous(utterance, at))
                .map(DayOfWeek::of);
    }

    /** "We'd like" is no Wednesday; "wed morning" is one. */
    private boolean isAmbiguous(Utterance utterance, int at) {
        if (!words.phrases("weekdays-too-common").contains(utterance.word(at))) {
            return false;
        }
        boolean letters = utterance.said(at, at + 1).codePoints().allMatch(Character::isLetter);
        boolean ledIn = words.phrases("before-weekday").contains(utterance.word(at - 1))
                || words.phrases("after-weekday").contains(utterance.word(at + 1));
        return !letters || (utterance.size() > 1 && !ledIn);
    }

    /** "Tomorrow" is 1. */
    Optional<Numeral> daysFromToday(Utterance utterance, int at) {
        return relativePhrases
                .at(utterance, at)
                .or(() -> lookUp(relative, utterance.word(at))
                        .map(days -> new Numeral(at + 1, BigDecimal.valueOf(days))));
    }

    Optional<DayMention> feast(Utterance utterance, int at) {
        return feasts.at(utterance, at).map(feast -> {
            int date = feast.value().intValue();
            return new DayMention(at, feast.to(), new DayPhrase.InYear(MonthDay.of(date / 100, date % 100)));
        });
    }

    /** Easter Monday and the other feasts that move with it; "around Easter" is no day. */
    Optional<DayMention> easter(Utterance utterance, int at) {
        return movable.at(utterance, at)
                .map(feast -> new DayMention(
                        at, feast.to(), day(utterance, at, feast.value().intValue())));
    }

    private DayPhrase day(Utterance utterance, int at, int fromEaster) {
        return words.phrases("near-a-feast").contains(utterance.word(at - 1))
                ? new DayPhrase.Vague()
                : new DayPhrase.FromEaster(fromEaster);
    }

    /** "This weekend", "next weekend": Saturday. */
    Optional<DayMention> weekend(Utterance utterance, int at) {
        int end = words.phrases("this-weekend").endAt(utterance, at);
        int next = words.phrases("next-weekend").endAt(utterance, at);
        if (next > at) {
            return Optional.of(new DayMention(at, next, new DayPhrase.NextWeek(DayOfWeek.SATURDAY)));
        }
        return end > at
                ? Optional.of(new DayMention(at, end, new DayPhrase.OnWeekday(DayOfWeek.SATURDAY, 0)))
                : Optional.empty();
    }

    /** A day, a week, a month or a year, mistyped or not: "in two weks". */
    Optional<Period> unit(Utterance utterance, int at) {
        return lookUp(units, utterance.word(at)).map(days -> switch (days) {
            case 30 -> Period.ofMonths(1);
            case 365 -> Period.ofYears(1);
            default -> Period.ofDays(days);
        });
    }

    /** Whether a unit of time or money, or another measure, stands here, mistyped or not: "a 23 kiol bag". */
    boolean isUnit(Utterance utterance, int at) {
        return at < utterance.size()
                && (units.containsKey(utterance.word(at))
                        || (utterance.pausedBefore(at)
                                ? words.phrases("measures").contains(utterance.word(at))
                                : words.isOneOf("measures", utterance.word(at))));
    }

    private Optional<Integer> lookUp(Map<String, Integer> names, String word) {
        Integer exact = names.get(word);
        if (exact != null || word.length() < 4 || words.isFamiliar(word)) {
            return Optional.ofNullable(exact);
        }
        Integer nearest = null;
        int least = Integer.MAX_VALUE;
        for (Map.Entry<String, Integer> name : names.entrySet()) {
            int allowed = name.getKey().length() < SHORTEST_TYPO
                    ? 0
                    : Typos.allowed(name.getKey().length());
            int edits = allowed == 0 ? Integer.MAX_VALUE : Typos.distance(word, name.getKey(), allowed);
            // "Jnue 5th", but not "Jane".
            if (name.getKey().length() == SHORTEST_SLIP && Typos.isSlip(word, name.getKey())) {
                return Optional.of(name.getValue());
            }
            if (edits <= allowed && edits <= least) {
                // "Tursday" is as near to Tuesday as to Thursday, so that it is neither.
                boolean tie = edits == least && !name.getValue().equals(nearest);
                nearest = tie ? null : name.getValue();
                least = edits;
            }
        }
        return Optional.ofNullable(nearest);
    }
}
