package io.parley.orderflow.order;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/**
 * The port to whoever moves the money. One order is one payment intent: once approved, asking again for the same order
 * gives the same approval and charges nothing, whatever card is named.
 */
public interface PaymentProvider {

    PaymentResult charge(Charge charge);

    /** Gives back whatever was approved for an order that will not be placed; nothing happens if nothing was. */
    void release(String orderId);

    /**
     * @param orderId the idempotency key
     * @param amount to charge, in {@code currency}
     * @param card digits only; absent where the campaign takes none
     */
    record Charge(String orderId, BigDecimal amount, Currency currency, Optional<String> card) {

        /** Never with the card. */
        @Override
        public String toString() {
            return "Charge[" + orderId + ", " + amount + " " + currency + "]";
        }
    }

    /** How it went. */
    sealed interface PaymentResult {

        /**
         * @param reference the provider's, with at most the last four digits of the card
         */
        record Approved(String reference) implements PaymentResult {}

        record Declined() implements PaymentResult {}

        /** Nobody knows whether the money moved; asking again finds out. */
        record TimedOut() implements PaymentResult {}
    }
}
