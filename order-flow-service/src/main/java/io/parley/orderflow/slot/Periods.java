package io.parley.orderflow.slot;

import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import io.parley.orderflow.slot.Numerals.Numeral;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads how long something is to last in the unit that a slot's name tells: where it counts months, "a year and a half" is
 * eighteen. Only what "two months" alone would not say.
 */
final class Periods {

    /** Lists of the words for a unit, with 1, and for what is made up of whole ones. */
    private static final List<String> UNITS =
            List.of("period-months", "period-weeks", "period-days", "period-nights", "period-years");

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Hearing hearing;
    private final Utterance utterance;
    private final Words words;
    private final Map<String, Integer> units;
    private final boolean asked;

    private Periods(Hearing hearing, Slot slot, Map<String, Integer> units) {
        this.hearing = hearing;
        this.utterance = hearing.utterance();
        this.words = hearing.words();
        this.units = units;
        this.asked = hearing.isWanted(slot) || hearing.isCorrecting(slot);
    }

    /**
     * What was said of such lengths, in the order of the utterance, without those that do not come out whole; nothing where none
     * needs reckoning or the slot counts something else.
     */
    static Optional<List<Mention>> of(Hearing hearing, Slot slot) {
        return slot.type() == SlotType.MONEY
                ? Optional.empty()
                : unitsOf(hearing.words(), slot).flatMap(units -> new Periods(hearing, slot, units).mentions());
    }

    /** Whether the slot counts nights, months or the like. */
    static boolean counts(Hearing hearing, Slot slot) {
        return slot.type() == SlotType.INTEGER && unitsOf(hearing.words(), slot).isPresent();
    }

    private static Optional<Map<String, Integer>> unitsOf(Words words, Slot slot) {
        List<String> named = List.of(slot.name().split("[_-]", -1));
        return UNITS.stream()
                .map(words::numbered)
                .filter(units ->
                        named.stream().anyMatch(part -> Integer.valueOf(1).equals(units.get(part))))
                .findFirst();
    }

    /**
     * A length of time.
     *
     * @param unit how many of the slot's units the last one named is
     * @param plain whether it is a number of the very units, which needs no reckoning
     */
    private record Period(int from, int to, BigDecimal value, int unit, boolean plain) {

        boolean isWhole() {
            return value.stripTrailingZeros().scale() <= 0;
        }
    }

    private Optional<List<Mention>> mentions() {
        List<Period> found = new ArrayList<>();
        for (int at = 0; at < utterance.size(); at++) {
            Optional<Period> period = at(at);
            if (period.isEmpty()) {
                continue;
            }
            Period next = period.get();
            if (!found.isEmpty() && isContinued(found.getLast(), next)) {
                Period first = found.removeLast();
                next = new Period(first.from(), next.to(), first.value().add(next.value()), next.unit(), false);
            }
            found.add(next);
            at = next.to() - 1;
        }
        return found.stream().allMatch(Period::plain)
                ? Optional.empty()
                : Optional.of(found.stream()
                        .filter(Period::isWhole)
                        .map(it -> Mention.of(
                                it.from(),
                                it.to(),
                                it.value().stripTrailingZeros().toPlainString()))
                        .toList());
    }

    /** "A year and six months", but not "six months and twelve months". */
    private boolean isContinued(Period first, Period second) {
        boolean next = second.from() == first.to()
                || (second.from() == first.to() + 1 && words.phrases("plus").contains(utterance.word(first.to())));
        return next && first.unit() > second.unit() && !utterance.pausedBefore(first.to());
    }

    private Optional<Period> at(int at) {
        if (utterance.isTaken(at)) {
            return Optional.empty();
        }
        int half = words.phrases("period-halves").endAt(utterance, at);
        if (half > at) {
            return lasting(at, half, HALF, false).filter(it -> isMeant(at));
        }
        Optional<Numeral> numeral = hearing.lexicon().numerals().at(utterance, at);
        if (numeral.isPresent()) {
            int to = numeral.get().to();
            int andHalf = words.phrases("and-a-half").endAt(utterance, to);
            Optional<Period> period = andHalf > to
                    ? lasting(at, andHalf, numeral.get().value().add(HALF), false)
                    : lasting(at, to, numeral.get().value(), true);
            return period.filter(it -> it.plain() || isMeant(at));
        }
        return words.phrases("period-article").contains(utterance.word(at)) && isMeant(at) && !isRate(at)
                ? lasting(at, at + 1, BigDecimal.ONE, false)
                : Optional.empty();
    }

    /** Where nobody asked, two years may be any two, and "for two years" are those that are wanted. */
    private boolean isMeant(int at) {
        return asked || words.phrases("period-for").contains(utterance.word(at - 1));
    }

    /** "Forty-nine a month", "once a year". */
    private boolean isRate(int at) {
        return at > 0
                && (hearing.lexicon().numerals().at(utterance, at - 1).isPresent()
                        || words.phrases("period-times").contains(utterance.word(at - 1))
                        || words.phrases("currencies").contains(utterance.word(at - 1)));
    }

    private Optional<Period> lasting(int from, int unitAt, BigDecimal number, boolean counted) {
        Integer unit = utterance.pausedBefore(unitAt) ? null : units.get(utterance.word(unitAt));
        if (unit == null && words.phrases("period-whole").contains(utterance.word(unitAt))) {
            return lasting(from, unitAt + 1, number, counted);
        }
        if (unit == null || !utterance.isFree(from, unitAt + 1)) {
            return Optional.empty();
        }
        int half = words.phrases("and-a-half").endAt(utterance, unitAt + 1);
        boolean halved = half > unitAt + 1;
        int to = halved ? half : unitAt + 1;
        if (words.phrases("period-past").contains(utterance.word(to))) {
            return Optional.empty();
        }
        BigDecimal value = (halved ? number.add(HALF) : number).multiply(BigDecimal.valueOf(unit));
        return Optional.of(new Period(from, to, value, unit, counted && unit == 1 && !halved));
    }
}
