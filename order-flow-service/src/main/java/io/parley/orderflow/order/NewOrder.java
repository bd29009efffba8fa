package io.parley.orderflow.order;

import io.parley.contracts.order.OrderPlaced;
import java.util.List;
import java.util.Map;

/**
 * An order to be placed.
 *
 * @param placed what the world outside hears
 * @param slots every slot's canonical values, personal ones too; card numbers only as their last four digits
 * @param rehearsal whether it comes from a conversation test: kept, but neither published nor listed
 */
public record NewOrder(OrderPlaced placed, Map<String, List<String>> slots, boolean rehearsal) {

    public NewOrder {
        slots = Map.copyOf(slots);
    }
}
