package io.parley.orderflow.response;

import io.parley.campaign.Campaign;
import io.parley.campaign.State;
import io.parley.orderflow.flow.Ahead;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** Slots that have a value and are asked for, but not on the way that these values lead. */
    Set<String> unasked() {
        Set<String> asked = Ahead.of(campaign, campaign.state(campaign.start()), values);
        return campaign.states().values().stream()
                .flatMap(other -> other.collects().stream())
                .filter(slot -> values.containsKey(slot) && !asked.contains(slot))
                .collect(Collectors.toSet());
    }

    Known telling(Telling told) {
        return new Known(campaign, state, values, Optional.of(told), orderId, others);
    }
}
