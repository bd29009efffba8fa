package io.parley.orderflow.response;

import io.parley.campaign.Campaign;
import io.parley.campaign.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a template may be filled with.
 *
 * @param state the state it is said in
 * @param values canonical values by slot, defaults included
 * @param telling the statement being told
 * @param orderId the order's id, once it is placed
 * @param others texts by variable that come from neither slots nor order, such as {@code hand-off.place}
 */
public record Known(
        Campaign campaign,
        State state,
        Map<String, List<String>> values,
        Optional<Telling> telling,
        Optional<String> orderId,
        Map<String, String> others) {

    public Known {
        values = Map.copyOf(values);
        others = Map.copyOf(others);
    }

    /** Where all comes from slots and order. */
    public Known(
            Campaign campaign,
            State state,
            Map<String, List<String>> values,
            Optional<Telling> telling,
            Optional<String> orderId) {
        this(campaign, state, values, telling, orderId, Map.of());
    }

    Known telling(Telling told) {
        return new Known(campaign, state, values, Optional.of(told), orderId, others);
    }
}
