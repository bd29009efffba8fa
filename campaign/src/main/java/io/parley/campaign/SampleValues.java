package io.parley.campaign;

import io.parley.campaign.Condition.Test;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Values of a slot among which there is one for every way in which the flow's tests can come out. */
final class SampleValues {

    /** Stands for a value that no test names. It is no value of any type, and no number is ever compared with it. */
    static final String OTHER = "another";

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private SampleValues() {}

    static List<List<String>> of(Slot slot, List<Test> tests) {
        Stream<String> values = switch (slot.type()) {
            case CHOICE -> slot.options().keySet().stream();
            case YES_NO -> Stream.of("yes", "no");
            case INTEGER, NUMBER, MONEY -> numbers(slot, tests);
            case DATE, TIME, DATE_TIME, PERSON_NAME, PLACE, EMAIL, PHONE, CARD_NUMBER, TEXT ->
                Stream.concat(named(tests), Stream.of(OTHER));
        };
        Stream<String> declined = slot.optional() || slot.list() ? Stream.of(Slot.NONE) : Stream.empty();
        return Stream.concat(values, declined).map(List::of).toList();
    }

    /** The values that tests name. */
    private static Stream<String> named(List<Test> tests) {
        return tests.stream()
                .flatMap(test -> test instanceof Test.OneOf(List<String> values) ? values.stream() : Stream.empty());
    }

    /** Every number that is named, its neighbours, and what lies between two of them, as far as the slot allows. */
    private static Stream<String> numbers(Slot slot, List<Test> tests) {
        Optional<BigDecimal> min = slot.limits().min().map(BigDecimal::new);
        Optional<BigDecimal> max = slot.limits().max().map(BigDecimal::new);
        NavigableSet<BigDecimal> named = new TreeSet<>();
        named(tests).map(BigDecimal::new).forEach(named::add);
        tests.forEach(test -> named.addAll(bounds(test)));
        min.ifPresent(named::add);
        max.ifPresent(named::add);
        if (named.isEmpty()) {
            named.add(BigDecimal.ONE);
        }
        NavigableSet<BigDecimal> numbers = new TreeSet<>(named);
        named.forEach(number -> numbers.addAll(List.of(number.subtract(BigDecimal.ONE), number.add(BigDecimal.ONE))));
        List<BigDecimal> sorted = new ArrayList<>(named);
        for (int i = 1; i < sorted.size(); i++) {
            numbers.add(sorted.get(i - 1).add(sorted.get(i)).divide(TWO));
        }
        return numbers.stream()
                .flatMap(number -> slot.type() == SlotType.INTEGER ? whole(number) : Stream.of(number))
                .distinct()
                .filter(number ->
                        min.filter(least -> number.compareTo(least) < 0).isEmpty())
                .filter(number -> max.filter(most -> number.compareTo(most) > 0).isEmpty())
                .map(Numbers::canonical);
    }

    private static Stream<BigDecimal> whole(BigDecimal number) {
        return Stream.of(number.setScale(0, RoundingMode.FLOOR), number.setScale(0, RoundingMode.CEILING));
    }

    private static List<BigDecimal> bounds(Test test) {
        return switch (test) {
            case Test.AtLeast(BigDecimal bound) -> List.of(bound);
            case Test.AtMost(BigDecimal bound) -> List.of(bound);
            case Test.Between(BigDecimal least, BigDecimal most) -> List.of(least, most);
            case Test.OneOf oneOf -> List.of();
            case Test.Known known -> List.of();
            case Test.Unknown unknown -> List.of();
        };
    }
}
