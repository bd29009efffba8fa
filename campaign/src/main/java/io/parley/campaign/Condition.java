package io.parley.campaign;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@code when}: every slot named must pass its test. Without tests it always holds.
 *
 * @param tests by slot name
 */
public record Condition(Map<String, Test> tests) {

    public static final Condition ALWAYS = new Condition(Map.of());

    public Condition {
        tests = Collections.unmodifiableMap(new LinkedHashMap<>(tests));
    }

    /** Whether there is anything to test. */
    public boolean isConditional() {
        return !tests.isEmpty();
    }

    /**
     * Whether it holds.
     *
     * @param values the canonical values of the slots that are known
     */
    public boolean holds(Map<String, List<String>> values) {
        return tests.entrySet().stream()
                .allMatch(test -> test.getValue().passes(values.getOrDefault(test.getKey(), List.of())));
    }

    /** What one slot is compared with. */
    public sealed interface Test {

        /**
         * @param values the slot's canonical values; empty while it is unknown
         */
        boolean passes(List<String> values);

        /** It has one of these canonical values. */
        record OneOf(List<String> values) implements Test {
            public OneOf {
                values = List.copyOf(values);
            }

            @Override
            public boolean passes(List<String> actual) {
                return actual.stream().anyMatch(values::contains);
            }
        }

        /** It is a number of at least this. */
        record AtLeast(BigDecimal bound) implements Test {
            @Override
            public boolean passes(List<String> actual) {
                return isNumber(actual) && new BigDecimal(actual.getFirst()).compareTo(bound) >= 0;
            }
        }

        /** It is a number of at most this. */
        record AtMost(BigDecimal bound) implements Test {
            @Override
            public boolean passes(List<String> actual) {
                return isNumber(actual) && new BigDecimal(actual.getFirst()).compareTo(bound) <= 0;
            }
        }

        /** It is at least one number and at most another. */
        record Between(BigDecimal least, BigDecimal most) implements Test {
            @Override
            public boolean passes(List<String> actual) {
                return new AtLeast(least).passes(actual) && new AtMost(most).passes(actual);
            }
        }

        /** It has a value. Who declined to give one gave none. */
        record Known() implements Test {
            @Override
            public boolean passes(List<String> actual) {
                return !actual.isEmpty() && !isDeclined(actual);
            }
        }

        /** It has none, since nothing was said or it was declined. */
        record Unknown() implements Test {
            @Override
            public boolean passes(List<String> actual) {
                return actual.isEmpty() || isDeclined(actual);
            }
        }
    }

    private static boolean isDeclined(List<String> actual) {
        return actual.equals(List.of(Slot.NONE));
    }

    /** Whether there is a number to compare: not while the slot is unknown, and not once the customer wants none. */
    private static boolean isNumber(List<String> actual) {
        return actual.size() == 1 && !actual.getFirst().equals(Slot.NONE);
    }
}
