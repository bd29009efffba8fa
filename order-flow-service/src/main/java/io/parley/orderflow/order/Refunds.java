package io.parley.orderflow.order;

import org.springframework.stereotype.Component;

/**
 * Gives money back that was charged for an order nobody wants any more. That happens where the process ends between the
 * charge and the order, and the customer, who never heard of the charge, then gives up.
 */
@Component
public final class Refunds {

    private final Orders orders;
    private final PaymentProvider payments;

    Refunds(Orders orders, PaymentProvider payments) {
        this.orders = orders;
        this.payments = payments;
    }

    /** To be called when a conversation ends without a sale; once more does no harm. */
    public void unlessPlaced(String orderId) {
        if (orders.find(orderId).isEmpty()) {
            payments.release(orderId);
        }
    }
}
