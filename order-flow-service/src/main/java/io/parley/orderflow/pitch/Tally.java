package io.parley.orderflow.pitch;

import io.parley.contracts.pitch.SalesFigures;
import org.jspecify.annotations.Nullable;

/**
 * In how many conversations something was said, and how they ended.
 *
 * @param shown all of them
 * @param ordered ended in an order
 * @param notOrdered ended without
 */
record Tally(int shown, int ordered, int notOrdered) {

    static final Tally NONE = new Tally(0, 0, 0);

    SalesFigures figures() {
        int over = ordered + notOrdered;
        @Nullable Double rate = null;
        @Nullable Double lower = null;
        @Nullable Double upper = null;
        if (over > 0) {
            WilsonInterval interval = WilsonInterval.of(ordered, over);
            rate = (double) ordered / over;
            lower = interval.lower();
            upper = interval.upper();
        }
        return new SalesFigures(shown, ordered, notOrdered, shown - over, rate, lower, upper);
    }
}
