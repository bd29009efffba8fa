package io.parley.neural.sampling;

import java.util.List;
import java.util.stream.IntStream;

/** Takes some of many, from the first on and at the same distances, so that what was written together is taken in part. */
public final class Evenly {

    private Evenly() {}

    /**
     * So many of these in their order, or all if there are no more.
     *
     * @param most from 0 on
     */
    public static <T> List<T> some(List<T> all, int most) {
        int taken = Math.min(most, all.size());
        return IntStream.range(0, taken)
                .mapToObj(i -> all.get((int) ((long) i * all.size() / taken)))
                .toList();
    }
}
