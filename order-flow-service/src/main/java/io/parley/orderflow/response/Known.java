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
 */
public record Known(
        Campaign campaign,
        State state,
        Map<String, List<String>> values,
        Optional<Telling> telling,
        Optional<String> orderId) {

    public Known {
        values = Map.copyOf(values);
    }

    Known telling(Telling told) {
        return new Known(campaign, state, values, Optional.of(told), orderId);
    }
}
