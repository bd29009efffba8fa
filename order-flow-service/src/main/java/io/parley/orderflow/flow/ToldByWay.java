package io.parley.orderflow.flow;

import io.parley.campaign.Campaign;
import io.parley.campaign.Condition;
import io.parley.campaign.Edge;
import io.parley.campaign.SlotType;
import io.parley.campaign.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the way that a customer's words lead says about a question of yes or no: the flow parts by the answer. Pure. */
public final class ToldByWay {

    private ToldByWay() {}

    /**
     * The slot of yes or no that the state asks for, with the value the edge stands for: the one its condition wants, or, where
     * only another edge has a condition on it, the other one.
     *
     * @param taken an edge of that state
     */
    public static Optional<Map.Entry<String, String>> of(Campaign campaign, State state, Edge taken) {
        for (String slot : state.collects()) {
            if (campaign.slot(slot).type() != SlotType.YES_NO) {
                continue;
            }
            Optional<String> own = wanted(taken, slot);
            if (own.isPresent()) {
                return own.map(value -> Map.entry(slot, value));
            }
            Optional<String> others = Route.forward(campaign, state).stream()
                    .flatMap(edge -> wanted(edge, slot).stream())
                    .findFirst();
            if (others.isPresent() && !taken.when().isConditional()) {
                return Optional.of(Map.entry(slot, others.get().equals("yes") ? "no" : "yes"));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> wanted(Edge edge, String slot) {
        return edge.when().tests().get(slot) instanceof Condition.Test.OneOf(List<String> values) && values.size() == 1
                ? Optional.of(values.getFirst())
                : Optional.empty();
    }
}
