package io.parley.orderflow.slot;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Compiles each pattern of a campaign once. */
final class Patterns {

    /** More than all campaigns together write; beyond it the oldest work is simply done again. */
    private static final int LIMIT = 256;

    private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    private Patterns() {}

    static Pattern of(String pattern) {
        if (COMPILED.size() > LIMIT) {
            COMPILED.clear();
        }
        return COMPILED.computeIfAbsent(pattern, it -> Pattern.compile(it, Pattern.DOTALL));
    }
}
