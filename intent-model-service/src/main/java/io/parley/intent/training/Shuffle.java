package io.parley.intent.training;

import java.util.List;
import java.util.SplittableRandom;

/** Fisher and Yates with a given source of randomness, so that the order is the same on every machine. */
final class Shuffle {

    private Shuffle() {}

    static <T> void inPlace(List<T> list, SplittableRandom random) {
        for (int i = list.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            T swapped = list.set(i, list.get(j));
            list.set(j, swapped);
        }
    }
}
