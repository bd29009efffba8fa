package io.parley.gateway.call;

import io.parley.contracts.privacy.MaskedText;
import java.util.List;

/**
 * What a caller said, typed or keyed in, on its way to the order flow.
 *
 * @param readings what it may have been, likeliest first; one for silence, which is empty
 * @param caption what of it may be shown
 * @param since nanoseconds of the clock when the caller had ended
 */
record Said(String turnId, List<String> readings, String caption, long since) {

    Said {
        readings = List.copyOf(readings);
    }

    static Said spoken(String turnId, List<String> readings, long since) {
        return new Said(turnId, readings, masked(readings.getFirst()), since);
    }

    static Said typed(String turnId, String text) {
        return new Said(turnId, List.of(text), masked(text), System.nanoTime());
    }

    static Said silence(String turnId) {
        return new Said(turnId, List.of(""), "", System.nanoTime());
    }

    static String masked(String text) {
        return new MaskedText(text).value();
    }

    String text() {
        return readings.getFirst();
    }

    boolean isSilent() {
        return text().isEmpty();
    }

    /** Never with the words. */
    @Override
    public String toString() {
        return "Said[" + turnId + "]";
    }
}
