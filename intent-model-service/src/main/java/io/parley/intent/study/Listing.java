package io.parley.intent.study;

import java.util.List;

/**
 * What was found, of very much the first.
 *
 * @param total how much there is
 * @param first the first hundred
 */
public record Listing<T>(int total, List<T> first) {

    private static final int SHOWN = 100;

    public Listing {
        first = List.copyOf(first);
    }

    static <T> Listing<T> of(List<T> all) {
        return new Listing<>(all.size(), all.subList(0, Math.min(SHOWN, all.size())));
    }
}
