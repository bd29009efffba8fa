package io.parley.campaign;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A conversation that must go as written.
 *
 * @param file relative to the campaign's folder
 * @param title the {@code conversation} key
 * @param today what the clock shows
 * @param order what must be ordered; an expectation of no order is {@link Order#none()}; absent means unchecked
 */
public record ConversationTest(String file, String title, LocalDate today, List<Turn> turns, Optional<Order> order) {

    public ConversationTest {
        turns = List.copyOf(turns);
    }

    /**
     * What the customer says and what must come of it; each expectation is checked only where it is there.
     *
     * @param line where it stands
     * @param slots canonical values
     * @param says words the reply must contain, case-insensitively
     */
    public record Turn(
            int line,
            String customer,
            Optional<String> state,
            Map<String, List<String>> slots,
            Optional<String> fact,
            List<String> says,
            Optional<String> outcome) {

        public Turn {
            slots = Map.copyOf(slots);
            says = List.copyOf(says);
        }
    }

    /**
     * @param placed whether there must be an order at all
     * @param total the sum, if checked
     * @param slots canonical values of the order's slots that are checked
     */
    public record Order(boolean placed, Optional<BigDecimal> total, Map<String, List<String>> slots) {

        public Order {
            slots = Map.copyOf(slots);
        }

        public static Order none() {
            return new Order(false, Optional.empty(), Map.of());
        }
    }
}
