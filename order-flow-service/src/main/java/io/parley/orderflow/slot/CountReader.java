package io.parley.orderflow.slot;

import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import io.parley.orderflow.slot.Numerals.Numeral;
import io.parley.orderflow.slot.OptionIndex.Choice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Fills slots of types integer, number and money. */
final class CountReader implements SlotReader {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final List<SlotType> TYPES = List.of(SlotType.INTEGER, SlotType.NUMBER, SlotType.MONEY);

    @Override
    public void read(Hearing hearing) {
        List<Counted> found = numbers(hearing);
        for (SlotType type : TYPES) {
            List<Slot> slots = hearing.slots(type);
            for (Slot slot : slots) {
                if (hearing.isOpen(slot) && !lasts(hearing, slot)) {
                    fill(hearing, slot, slots.size() == 1 ? found : share(hearing, slots, slot, found));
                }
            }
        }
    }

    /** Whether it was said how long it lasts, in words that need reckoning; the slot is filled then. */
    private static boolean lasts(Hearing hearing, Slot slot) {
        Optional<List<Mention>> periods = Periods.of(hearing, slot);
        periods.flatMap(said -> Selection.of(hearing, slot, said))
                .filter(mention -> mention.value().isPresent() || hearing.isWanted(slot))
                .ifPresent(mention -> hearing.fill(slot, mention));
        return periods.isPresent();
    }

    /**
     * The numbers for one of several slots: those that count what it is named for, those that count people or things if no other
     * slot does but of days and the like, and the rest where it is asked for.
     */
    private static List<Counted> share(Hearing hearing, List<Slot> slots, Slot slot, List<Counted> found) {
        boolean first = hearing.wanted(slot.type()).filter(slot::equals).isPresent();
        List<Slot> ofThings =
                slots.stream().filter(other -> !Periods.counts(hearing, other)).toList();
        return found.stream()
                .filter(number -> {
                    if (slots.stream().anyMatch(other -> Units.names(hearing, other, number.to()))) {
                        return Units.names(hearing, slot, number.to());
                    }
                    boolean counts = number.unit() && ofThings.size() == 1;
                    return counts ? ofThings.contains(slot) : first;
                })
                .toList();
    }

    private static void fill(Hearing hearing, Slot slot, List<Counted> found) {
        List<Counted> fitting = joined(
                hearing,
                slot,
                found.stream()
                        .filter(number -> number.fits(slot.type()))
                        .filter(number -> !hearing.isCorrecting(slot) || !isArticle(hearing, number))
                        .toList());
        Optional<Counted> concluded = fitting.size() < 2 ? Optional.empty() : concluded(hearing, fitting.getLast());
        if (concluded.isPresent()) {
            hearing.fill(slot, concluded.get().mention());
            return;
        }
        Optional<Counted> sum = slot.type() == SlotType.INTEGER ? HeadCount.sum(hearing, fitting) : Optional.empty();
        if (sum.isPresent()) {
            hearing.fill(slot, sum.get().mention());
            return;
        }
        Optional<Integer> party = slot.type() == SlotType.INTEGER && HeadCount.isOnlyCompany(hearing, fitting)
                ? HeadCount.company(hearing, slot)
                : Optional.empty();
        if (party.isPresent()) {
            hearing.fill(slot, List.of(party.get().toString()));
            return;
        }
        List<Counted> withUnit = fitting.stream().filter(Counted::unit).toList();
        boolean any = hearing.isWanted(slot) || hearing.isCorrecting(slot);
        List<Counted> candidates = withUnit.isEmpty() && any ? fitting : withUnit;
        Optional<Mention> meant = Selection.of(
                hearing, slot, candidates.stream().map(Counted::mention).toList());
        meant.filter(mention -> mention.value().isPresent() || hearing.isWanted(slot))
                .ifPresent(mention -> hearing.fill(slot, mention));
    }

    /** "Doch lieber einen Espresso" changes what it is and not how many; "nur einen" does. */
    private static boolean isArticle(Hearing hearing, Counted number) {
        Utterance utterance = hearing.utterance();
        Words words = hearing.words();
        return number.to() - number.from() == 1
                && words.phrases("article-too").contains(utterance.word(number.from()))
                && words.phrases("one-counts").startBefore(utterance, number.from()) == number.from();
    }

    /** "Two or three people": what is said of one number is said of the other; "two of them" is only a part. */
    private static List<Counted> joined(Hearing hearing, Slot slot, List<Counted> found) {
        Utterance utterance = hearing.utterance();
        List<Counted> joined = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Counted number = found.get(i);
            boolean alternative = i + 1 < found.size()
                    && found.get(i + 1).from() == number.to() + 1
                    && hearing.words().phrases("number-or").contains(utterance.word(number.to()));
            boolean part = found.size() > 1
                    && (hearing.words().phrases("of-them").endAt(utterance, number.to()) > number.to()
                            || (i > 0
                                    && hearing.words().phrases("for-somebody").endAt(utterance, number.to())
                                            > number.to()));
            if (!part && (hearing.isWanted(slot) || !isPartOtherwise(hearing, number.to()))) {
                joined.add(alternative ? number.counting(found.get(i + 1).unit()) : number);
            }
        }
        return joined;
    }

    /** "One of them small", "eins davon ohne Eis": what is said of a part is no number of all. */
    private static boolean isPartOtherwise(Hearing hearing, int at) {
        Utterance utterance = hearing.utterance();
        int of = hearing.words().phrases("of-them").endAt(utterance, at);
        return of > at
                && hearing.options().stream()
                        .anyMatch(named -> named.from() >= of
                                && IntStream.rangeClosed(of, named.from()).noneMatch(utterance::pausedBefore));
    }

    /** "My wife and two kids, so four". */
    private static Optional<Counted> concluded(Hearing hearing, Counted last) {
        return hearing.words().phrases("so-many").contains(hearing.utterance().word(last.from() - 1))
                ? Optional.of(last)
                : Optional.empty();
    }

    private static List<Counted> numbers(Hearing hearing) {
        Utterance utterance = hearing.utterance();
        List<Counted> found = new ArrayList<>();
        for (int at = 0; at < utterance.size(); at++) {
            Optional<Numeral> numeral = utterance.isTaken(at)
                    ? Optional.empty()
                    : hearing.lexicon().numerals().at(utterance, at);
            if (numeral.isEmpty() || !utterance.isFree(at, numeral.get().to())) {
                continue;
            }
            int half = hearing.words()
                    .phrases("and-a-half")
                    .endAt(utterance, numeral.get().to());
            boolean halved = half > numeral.get().to();
            int to = halved ? half : numeral.get().to();
            BigDecimal value =
                    halved ? numeral.get().value().add(HALF) : numeral.get().value();
            boolean money = Units.isMoney(hearing, at, to);
            if (!Units.isPronoun(hearing, at, to)
                    && hearing.words().phrases("no-counts").endAt(utterance, at) == at
                    && !Units.isAskedFor(hearing, at)
                    && !Units.isTakenOff(hearing, to)
                    && !Houses.isNumber(hearing, at, to)
                    && !isOfAnExtra(hearing, to)
                    && !Units.isRate(hearing, to)
                    && (money || !Units.isOtherMeasure(hearing, to))) {
                found.add(new Counted(
                        at,
                        to,
                        isNegative(utterance, at) ? value.negate() : value,
                        Units.isCounted(hearing, at, to) && !Units.isDoubtful(hearing, at, to),
                        money));
            }
            at = to - 1;
        }
        return found.isEmpty() ? mistyped(hearing) : found;
    }

    /** "Whole milk and one croissant", "one album": counts what is added, and not what is ordered. */
    private static boolean isOfAnExtra(Hearing hearing, int to) {
        if (hearing.utterance().pausedBefore(to) || hearing.countsOption(to)) {
            return false;
        }
        return AnswerReader.isOfferedThing(hearing, to)
                || hearing.options().stream()
                        .filter(named -> named.from() == to)
                        .anyMatch(named -> named.choices().stream().allMatch(choice -> isOfAList(hearing, choice)));
    }

    private static boolean isOfAList(Hearing hearing, Choice choice) {
        return Optional.ofNullable(hearing.lexicon().slots().get(choice.slot()))
                .filter(Slot::list)
                .isPresent();
    }

    /** "Thre": a numeral but for one letter that is missing, where a number was asked for. */
    private static List<Counted> mistyped(Hearing hearing) {
        Utterance utterance = hearing.utterance();
        if (hearing.wanted(SlotType.INTEGER).isEmpty()) {
            return List.of();
        }
        return IntStream.range(0, utterance.size())
                .filter(at -> !utterance.isTaken(at))
                .boxed()
                .flatMap(at -> hearing
                        .words()
                        .numeralMissingALetter(utterance.word(at))
                        .map(value -> new Counted(at, at + 1, BigDecimal.valueOf(value), false, false))
                        .stream())
                .toList();
    }

    private static boolean isNegative(Utterance utterance, int at) {
        String gap = utterance.gap(at);
        return utterance.isNumber(at) && (gap.endsWith(" -") || (at == 0 && gap.endsWith("-")));
    }
}
