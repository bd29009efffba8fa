package io.parley.orderflow.turn;

import io.parley.campaign.Campaign;
import io.parley.campaign.Edge;
import io.parley.campaign.State;
import io.parley.contracts.ReservedState;
import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.ScoredState;
import io.parley.orderflow.flow.Route;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the network thinks of besides its first choice. Pure. */
final class Ranking {

    /** A reserved state counts as thought of where it ranks among so many. */
    private static final int RANKS = 3;

    /** What is so many times as likely is far likelier. */
    private static final double FAR_LIKELIER = 2;

    private final Campaign campaign;
    private final State state;
    private final List<ScoredState> scored;

    /** @param reply nothing if the network was silent, which then thinks of nothing */
    Ranking(Campaign campaign, State state, Optional<NextStateReply> reply) {
        this.campaign = campaign;
        this.state = state;
        this.scored = reply.map(NextStateReply::ranking).orElse(List.of());
    }

    /** Whether it is one of the first choices. */
    boolean isThoughtOf(ReservedState reserved) {
        return scored.stream().limit(RANKS).anyMatch(choice -> choice.state().equals(reserved.label()));
    }

    /** Whether the first of two is not far less likely than the second. */
    boolean holdsAgainst(ReservedState first, ReservedState second) {
        return likelihood(second.label()::equals) < FAR_LIKELIER * likelihood(first.label()::equals);
    }

    /** Whether these reserved states together are far likelier than all ways forward. */
    boolean isFarRather(Set<ReservedState> others) {
        Set<String> ways = ways();
        double elsewhere = likelihood(
                label -> ReservedState.of(label).filter(others::contains).isPresent());
        return elsewhere > FAR_LIKELIER * likelihood(ways::contains);
    }

    /** Whether the second choice is a way on. */
    boolean isWayOnNext() {
        List<ScoredState> together = scored.isEmpty() ? List.of() : Decider.together(campaign, state, scored);
        return together.size() > 1 && ways().contains(together.get(1).state());
    }

    private Set<String> ways() {
        return Route.forward(campaign, state).stream().map(Edge::to).collect(Collectors.toSet());
    }

    private double likelihood(Predicate<String> label) {
        return scored.stream()
                .filter(choice -> label.test(choice.state()))
                .mapToDouble(ScoredState::probability)
                .sum();
    }
}
