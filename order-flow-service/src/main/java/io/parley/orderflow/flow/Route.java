package io.parley.orderflow.flow;

import io.parley.campaign.Campaign;
import io.parley.campaign.Edge;
import io.parley.campaign.Slot;
import io.parley.campaign.State;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which way leads forward from a state, and which states need not be asked. Pure. */
public final class Route {

    private Route() {}

    /** The edges that lead forward: all but those that give up. */
    public static List<Edge> forward(Campaign campaign, State state) {
        return state.next().stream().filter(edge -> !campaign.isLost(edge.to())).toList();
    }

    /**
     * The edge to take when the network names a forward state. The first conditional edge that holds wins; else the
     * named one if it is open; else the first without a condition.
     */
    public static Optional<Edge> resolve(Campaign campaign, State state, String named, Standing standing) {
        List<Edge> forward = forward(campaign, state);
        Optional<Edge> conditional = forward.stream()
                .filter(edge -> edge.when().isConditional() && edge.when().holds(standing.values()))
                .findFirst();
        if (conditional.isPresent()) {
            return conditional;
        }
        List<Edge> open =
                forward.stream().filter(edge -> !edge.when().isConditional()).toList();
        return open.stream()
                .filter(edge -> edge.to().equals(named))
                .findFirst()
                .or(() -> open.stream().findFirst());
    }

    /** The only way forward, if there is but one for what is known: then a filled slot alone may choose it. */
    public static Optional<Edge> single(Campaign campaign, State state, Standing standing) {
        List<Edge> forward = forward(campaign, state);
        Optional<Edge> conditional = forward.stream()
                .filter(edge -> edge.when().isConditional() && edge.when().holds(standing.values()))
                .findFirst();
        if (conditional.isPresent()) {
            return conditional;
        }
        List<Edge> open =
                forward.stream().filter(edge -> !edge.when().isConditional()).toList();
        return open.size() == 1 ? Optional.of(open.getFirst()) : Optional.empty();
    }

    /**
     * Whether a state that was reached is passed over without a word: its {@code when} is false, or everything it asks
     * for is known.
     *
     * @param saidNow the slots filled by the very utterance that led here; they answer an {@code always-ask} state
     */
    public static boolean isPassedOver(Campaign campaign, State state, Standing standing, Set<String> saidNow) {
        if (state.isFinal()) {
            return false;
        }
        if (!state.when().holds(standing.values())) {
            return true;
        }
        if (state.confirms() || state.pays() || state.collects().isEmpty()) {
            return false;
        }
        List<Slot> needed = state.collects().stream()
                .map(campaign::slot)
                .filter(slot -> !slot.optional())
                .toList();
        List<Slot> asked =
                needed.isEmpty() ? state.collects().stream().map(campaign::slot).toList() : needed;
        return asked.stream()
                .allMatch(slot -> state.alwaysAsk()
                        ? saidNow.contains(slot.name())
                        : standing.values().containsKey(slot.name()));
    }
}
