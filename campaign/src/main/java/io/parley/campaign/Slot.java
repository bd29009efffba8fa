package io.parley.campaign;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A named, typed fact about a customer's order.
 *
 * @param name snake_case
 * @param optional whether its state can be left without it
 * @param initial the canonical value of {@code default}, if any
 * @param list whether several options may be chosen (type choice only)
 * @param personal masked everywhere but in replies to that customer
 * @param keepNever kept only until used, then masked for ever
 * @param limits what a value must satisfy besides its type
 * @param options of a choice, by id; empty for every other type
 */
public record Slot(
        String name,
        SlotType type,
        boolean optional,
        Optional<String> initial,
        boolean list,
        boolean personal,
        boolean keepNever,
        Limits limits,
        Map<String, Option> options) {

    /** What stands in place of a value while the customer wants none. */
    public static final String NONE = "none";

    public Slot {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** Whether a state that collects it can only be left with a value. */
    public boolean required() {
        return !optional && initial.isEmpty();
    }

    /**
     * Bounds as they are written, absent where there is none.
     *
     * @param min lowest number, amount, date or time (canonical), inclusive; shortest length of a text
     * @param max highest, inclusive; longest length of a text
     * @param after {@code today}, {@code now} or a slot's name: the value must lie later
     * @param before likewise: the value must lie earlier
     * @param pattern a regular expression that the whole canonical value must match
     */
    public record Limits(
            Optional<String> min,
            Optional<String> max,
            Optional<String> after,
            Optional<String> before,
            Optional<String> pattern) {

        public static final Limits NONE =
                new Limits(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
