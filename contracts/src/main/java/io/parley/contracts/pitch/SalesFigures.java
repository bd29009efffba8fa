package io.parley.contracts.pitch;

import org.jspecify.annotations.Nullable;

/**
 * How conversations ended in which something was said. A conversation counts once, however often it was said there.
 *
 * @param shown in how many conversations
 * @param ordered how many of them ended in an order
 * @param notOrdered how many ended without one, or were left and forgotten
 * @param pending how many still go on
 * @param rate {@code ordered / (ordered + notOrdered)}, in [0, 1]; null while there is neither
 * @param lower where the rate's 95 % Wilson interval begins; null with the rate
 * @param upper where it ends; null with the rate
 */
public record SalesFigures(
        int shown,
        int ordered,
        int notOrdered,
        int pending,
        @Nullable Double rate,
        @Nullable Double lower,
        @Nullable Double upper) {}
