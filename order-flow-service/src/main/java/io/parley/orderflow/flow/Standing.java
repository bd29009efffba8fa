package io.parley.orderflow.flow;

import io.parley.campaign.Campaign;
import io.parley.campaign.Edge;
import io.parley.campaign.Slot;
import io.parley.campaign.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a move is judged by.
 *
 * @param values canonical values of the slots that are known, defaults included
 * @param paid whether the payment provider has approved
 */
public record Standing(Campaign campaign, Map<String, List<String>> values, boolean paid) {

    /**
     * @param said canonical values of the slots the customer filled
     */
    public static Standing of(Campaign campaign, Map<String, List<String>> said, boolean paid) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Slot slot : campaign.slots().values()) {
            slot.initial().ifPresent(initial -> values.put(slot.name(), List.of(initial)));
        }
        values.putAll(said);
        return new Standing(campaign, Map.copyOf(values), paid);
    }

    boolean mayLeave(State state, Edge edge) {
        boolean passedOver = !state.when().holds(values);
        boolean done = isComplete(state) && (paid || !state.pays());
        return (passedOver || done) && edge.when().holds(values);
    }

    /** Whether every slot that the state needs has a value. */
    public boolean isComplete(State state) {
        return state.collects().stream()
                .map(campaign::slot)
                .allMatch(slot -> !slot.required() || values.containsKey(slot.name()));
    }
}
