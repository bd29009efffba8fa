package io.parley.contracts.desk;

import io.parley.contracts.chat.ConversationView;
import io.parley.contracts.order.OrderLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A hand-off with all that a person needs to know.
 *
 * @param conversation what was said, masked
 * @param slots canonical values by slot; of one that is never kept at most the last digits
 * @param lines the order so far; empty while it cannot be told yet
 * @param total its total; null while it cannot be told yet
 * @param currency ISO 4217
 */
public record HandOffDetail(
        HandOffView handOff,
        ConversationView conversation,
        Map<String, List<String>> slots,
        List<OrderLine> lines,
        @Nullable BigDecimal total,
        String currency) {

    public HandOffDetail {
        slots = Map.copyOf(slots);
        lines = List.copyOf(lines);
    }
}
