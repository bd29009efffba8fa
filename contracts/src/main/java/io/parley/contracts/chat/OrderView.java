package io.parley.contracts.chat;

import io.parley.contracts.order.OrderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order as operators see it.
 *
 * @param slots what the customer chose and gave, canonical values; card numbers only as their last four digits
 * @param currency ISO 4217
 * @param paymentReference the provider's, masked card included; null where nothing was paid
 */
public record OrderView(
        String id,
        String conversationId,
        String campaign,
        Instant placedAt,
        List<OrderLine> lines,
        Map<String, List<String>> slots,
        BigDecimal total,
        String currency,
        @Nullable String paymentReference) {

    public OrderView {
        lines = List.copyOf(lines);
        slots = Map.copyOf(slots);
    }
}
