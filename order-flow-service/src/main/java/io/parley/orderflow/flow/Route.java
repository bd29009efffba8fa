package io.parley.orderflow.flow;

import io.parley.campaign.Campaign;
import io.parley.campaign.Edge;
import io.parley.campaign.Onward;
import io.parley.campaign.State;
import java.util.List;
import java.util.Optional;

/** Which way leads forward from a state. Pure. */
public final class Route {

    private Route() {}

    /** The edges that lead forward: all but those that give up. */
    public static List<Edge> forward(Campaign campaign, State state) {
        return Onward.forward(campaign, state);
    }

    /**
     * The edge to take when the network names a forward state. The first conditional edge that holds wins; else the
     * named one if it is open; else the first without a condition.
     */
    public static Optional<Edge> resolve(Campaign campaign, State state, String named, Standing standing) {
        List<Edge> open = Onward.open(campaign, state, standing.values());
        return open.stream()
                .filter(edge -> edge.to().equals(named))
                .findFirst()
                .or(() -> open.stream().findFirst());
    }

    /** The only way forward, if there is but one for what is known: then a filled slot alone may choose it. */
    public static Optional<Edge> single(Campaign campaign, State state, Standing standing) {
        List<Edge> open = Onward.open(campaign, state, standing.values());
        return open.size() == 1 ? Optional.of(open.getFirst()) : Optional.empty();
    }
}
