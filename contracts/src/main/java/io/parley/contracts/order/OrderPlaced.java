package io.parley.contracts.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order is complete. The key of its record is the order id; the same order may be published more than once.
 *
 * @param orderId derived from the conversation, so that one conversation makes one order
 * @param slots what was ordered, canonical values by slot; personal slots are left out
 * @param total the sum of the lines
 * @param currency ISO 4217
 * @param paymentReference the provider's, or null where nothing is paid in the conversation
 */
public record OrderPlaced(
        String orderId,
        String conversationId,
        String campaign,
        Instant placedAt,
        List<OrderLine> lines,
        Map<String, List<String>> slots,
        BigDecimal total,
        String currency,
        @Nullable String paymentReference) {

    public OrderPlaced {
        lines = List.copyOf(lines);
        slots = Map.copyOf(slots);
    }
}
