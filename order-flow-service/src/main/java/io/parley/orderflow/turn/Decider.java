package io.parley.orderflow.turn;

import io.parley.campaign.Campaign;
import io.parley.campaign.Edge;
import io.parley.campaign.State;
import io.parley.contracts.ReservedState;
import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.ScoredState;
import io.parley.orderflow.flow.Route;
import io.parley.orderflow.flow.Standing;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns the network's ranking into a decision. The network proposes; slots alone decide only where it is unsure or
 * silent and there is but one way forward. Pure.
 */
final class Decider {

    private Decider() {}

    /**
     * @param reply the network's, or nothing if it was silent
     * @param filledNow the slots that the utterance filled
     * @param standing what is known with them
     * @param affirmed whether the utterance is a plain yes
     */
    static Decided decide(
            Campaign campaign,
            State state,
            Optional<NextStateReply> reply,
            Set<String> filledNow,
            Standing standing,
            boolean affirmed) {
        Optional<Decision> bySlots = answered(campaign, state, filledNow, standing);
        if (reply.isEmpty()) {
            Optional<Decision> byYes = affirmed && state.collects().isEmpty()
                    ? Route.single(campaign, state, standing).map(edge -> new Decision.Advance(edge.to()))
                    : Optional.empty();
            return bySlots.map(decision -> new Decided(decision, 0, Ground.ANSWERED_WITHOUT_NETWORK))
                    .or(() -> byYes.map(decision -> new Decided(decision, 0, Ground.PLAIN_YES)))
                    .orElseGet(() -> new Decided(new Decision.ModelSilent(), 0, Ground.NETWORK_SILENT));
        }
        NextStateReply heard = reply.get();
        ScoredState best = together(campaign, state, heard.ranking()).getFirst();
        boolean strange = heard.outOfScope() > heard.outOfScopeAt()
                && ReservedState.of(best.state()).isEmpty();
        if (best.probability() < heard.acceptAt() || strange) {
            Ground doubt = strange ? Ground.STRANGE : Ground.UNSURE;
            return bySlots.map(decision -> new Decided(decision, best.probability(), Ground.ANSWERED))
                    .orElseGet(() -> new Decided(new Decision.NotUnderstood(), best.probability(), doubt));
        }
        Decision named = named(campaign, state, best.state(), bySlots);
        boolean otherThanNamed =
                named instanceof Decision.Advance advance && !advance.to().equals(best.state());
        return new Decided(named, best.probability(), otherThanNamed ? Ground.ANSWERED : Ground.NETWORK);
    }

    /** What the customer means who means that label and says so. */
    static Decision meaning(Campaign campaign, State state, String label) {
        return named(campaign, state, label, Optional.empty());
    }

    private static Decision named(Campaign campaign, State state, String best, Optional<Decision> bySlots) {
        if (best.equals(state.id())) {
            return bySlots.orElseGet(Decision.Stay::new);
        }
        Optional<ReservedState> reserved = ReservedState.of(best);
        if (reserved.isPresent()) {
            return switch (reserved.get()) {
                case QUESTION -> new Decision.Ask();
                case HESITATION -> new Decision.Hesitate();
                case CORRECTION -> new Decision.Correct();
                case BACK -> new Decision.Back();
                case REPEAT -> new Decision.Repeat();
                case RESTART -> new Decision.Restart();
                case PERSON -> new Decision.HandOff();
                case OTHER -> bySlots.orElseGet(Decision.NotUnderstood::new);
            };
        }
        return campaign.isLost(best) ? new Decision.GiveUp(best) : new Decision.Advance(best);
    }

    /**
     * The words filled what this state asks for, or at a greeting that asks for nothing what is asked for later, and there is
     * only one way to go on.
     */
    static Optional<Decision> answered(Campaign campaign, State state, Set<String> filledNow, Standing standing) {
        boolean greets = state.id().equals(campaign.start()) && state.collects().isEmpty() && !filledNow.isEmpty();
        boolean answered = state.collects().stream().anyMatch(filledNow::contains) && standing.isComplete(state);
        return greets || answered
                ? Route.single(campaign, state, standing).map(edge -> new Decision.Advance(edge.to()))
                : Optional.empty();
    }

    /**
     * The ranking where edges told apart by a condition stand together in the place of the likeliest of them: they share the same
     * words, so their probabilities are one.
     */
    static List<ScoredState> together(Campaign campaign, State state, List<ScoredState> ranking) {
        List<Edge> forward = Route.forward(campaign, state);
        if (forward.stream().noneMatch(edge -> edge.when().isConditional())) {
            return ranking;
        }
        Set<String> ways = forward.stream().map(Edge::to).collect(Collectors.toSet());
        Map<Boolean, List<ScoredState>> onwardOrNot =
                ranking.stream().collect(Collectors.partitioningBy(scored -> ways.contains(scored.state())));
        List<ScoredState> onward = onwardOrNot.getOrDefault(true, List.of());
        double sum = onward.stream().mapToDouble(ScoredState::probability).sum();
        return Stream.concat(
                        onward.stream().limit(1).map(first -> new ScoredState(first.state(), sum)),
                        onwardOrNot.getOrDefault(false, List.of()).stream())
                .sorted(Comparator.comparingDouble(ScoredState::probability).reversed())
                .toList();
    }
}
