package io.parley.campaign;

import io.parley.campaign.Condition.Test;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a slot can be as far as the flow's conditions can tell: unknown, or one of a few values, each of which stands for
 * all that pass the same tests. A set of classes is a bit mask.
 *
 * @param values by class; class 0 is unknown and has none
 */
record SlotClasses(Slot slot, List<Test> tests, List<List<String>> values) {

    static final long UNKNOWN = 1;

    /** More do not fit a bit mask. */
    private static final int MOST = 62;

    SlotClasses {
        tests = List.copyOf(tests);
        values = List.copyOf(values);
    }

    /**
     * @param tests every test the flow has for the slot
     * @throws BoundReachedException if the tests tell too many values apart
     */
    static SlotClasses of(Slot slot, List<Test> tests) {
        Map<List<Boolean>, List<String>> classes = new LinkedHashMap<>();
        for (List<String> value : SampleValues.of(slot, tests)) {
            classes.putIfAbsent(signature(tests, value), value);
        }
        if (slot.list()) {
            addCombinations(tests, classes);
        }
        List<List<String>> values = new ArrayList<>(List.of(List.of()));
        values.addAll(classes.values());
        if (values.size() > MOST) {
            throw new BoundReachedException();
        }
        return new SlotClasses(slot, tests, values);
    }

    /** Every class the slot can be in; one with a default is never unknown. */
    long all() {
        return slot.initial().isPresent() ? known() : known() | UNKNOWN;
    }

    /** Every class but unknown. */
    long known() {
        return (1L << values.size()) - 1 & ~UNKNOWN;
    }

    /** The classes that pass a test of the flow. */
    long passing(Test test) {
        long passing = 0;
        for (int i = 0; i < values.size(); i++) {
            passing |= test.passes(values.get(i)) ? 1L << i : 0;
        }
        return passing;
    }

    /** The mask of the class that a value belongs to. */
    long classOf(List<String> value) {
        if (value.isEmpty()) {
            return UNKNOWN;
        }
        List<Boolean> signature = signature(tests, value);
        for (int i = 1; i < values.size(); i++) {
            if (signature(tests, values.get(i)).equals(signature)) {
                return 1L << i;
            }
        }
        throw new IllegalArgumentException("slot " + slot.name() + " cannot be " + value);
    }

    /** Several options at once pass the tests that any of them passes. */
    private static void addCombinations(List<Test> tests, Map<List<Boolean>, List<String>> classes) {
        List<List<String>> open = new ArrayList<>(classes.values());
        open.remove(List.of(Slot.NONE));
        List<List<String>> single = List.copyOf(open);
        while (!open.isEmpty() && classes.size() < MOST) {
            List<String> some = open.removeFirst();
            for (List<String> other : single) {
                List<String> both = new ArrayList<>(some);
                both.addAll(other);
                List<String> distinct = both.stream().distinct().toList();
                if (classes.putIfAbsent(signature(tests, distinct), distinct) == null) {
                    open.add(distinct);
                }
            }
        }
    }

    private static List<Boolean> signature(List<Test> tests, List<String> value) {
        return tests.stream().map(test -> test.passes(value)).toList();
    }
}
