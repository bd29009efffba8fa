package io.parley.orderflow.turn;

import io.parley.campaign.Campaign;
import io.parley.campaign.Edge;
import io.parley.campaign.SlotType;
import io.parley.campaign.State;
import io.parley.contracts.ReservedState;
import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.ScoredState;
import io.parley.orderflow.flow.Route;
import io.parley.orderflow.flow.ToldByWay;
import io.parley.orderflow.slot.Asking;
import io.parley.orderflow.slot.Extraction;
import io.parley.orderflow.slot.Resolve;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Yes or no, where it is said in a whole sentence. "Never felt better" and "we have no complaints" are a yes to the question
 * whether all are well; no list of words knows that, the network has learnt it. Where the flow's edges part by a slot of yes or
 * no, the edge that the network is sure of tells the value, and one that it only leans to puts the words in doubt, so that they
 * are asked for again; so is a question that is no answer. A brief answer is taken by its words. Pure.
 */
final class BranchReading {

    /** Up to so many words are taken as they are. */
    private static final int BRIEF = 2;

    private static final double SURE = 0.6;

    /** So sure the network has to be where the words alone say neither. */
    private static final double SURE_UNAIDED = 0.8;

    /** So sure the network has to be where the words alone say the opposite, or ask. */
    private static final double CERTAIN = 0.9;

    private static final Set<ReservedState> ELSEWHERE =
            EnumSet.complementOf(EnumSet.of(ReservedState.CORRECTION, ReservedState.OTHER));

    private BranchReading() {}

    static Extraction of(
            Campaign campaign, State state, Extraction heard, Optional<NextStateReply> proposed, Words words) {
        if (words.count() <= BRIEF || proposed.isEmpty()) {
            return heard;
        }
        if (isInPassing(campaign, state, proposed.get(), words)) {
            return withoutYesOrNo(campaign, state, heard);
        }
        Optional<Edge> sure = sure(campaign, state, proposed.get());
        if (sure.isPresent()) {
            double probability = proposed.get().ranking().getFirst().probability();
            return ToldByWay.of(campaign, state, sure.get())
                    .map(told -> probability >= enough(campaign, heard, told, words)
                            ? heard.with(told.getKey(), told.getValue())
                            : heard.without(told.getKey()))
                    .orElse(heard);
        }
        return leaning(campaign, state, proposed.get())
                .flatMap(edge -> ToldByWay.of(campaign, state, edge))
                .filter(told -> contradicts(heard, told))
                .map(told -> heard.without(told.getKey()))
                .orElse(heard);
    }

    /**
     * Whether the words begin with neither yes nor no and the network, though sure of nothing, finds them far rather about something
     * else than on the way forward: "the whole office has to say yes first", "can somebody with no background do this".
     */
    private static boolean isInPassing(Campaign campaign, State state, NextStateReply reply, Words words) {
        return reply.ranking().getFirst().probability() < reply.acceptAt()
                && new Ranking(campaign, state, Optional.of(reply)).isFarRather(ELSEWHERE)
                && !Resolve.isAnswering(campaign.locale(), words.raw());
    }

    /** What was heard without a yes or no, and without a no that declines what is asked for. */
    private static Extraction withoutYesOrNo(Campaign campaign, State state, Extraction heard) {
        Extraction rest = heard;
        for (String slot : state.collects()) {
            boolean yesOrNo = campaign.slot(slot).type() == SlotType.YES_NO
                    || List.of(Extraction.NONE).equals(heard.values().get(slot));
            rest = yesOrNo ? rest.without(slot) : rest;
        }
        return rest;
    }

    /** The way forward that the network likes best, if it likes nothing better. */
    private static Optional<Edge> leaning(Campaign campaign, State state, NextStateReply reply) {
        return forward(campaign, state, reply.ranking().getFirst());
    }

    /** How sure the network has to be of the way for it to tell the value, with what the words alone say. */
    private static double enough(Campaign campaign, Extraction heard, Map.Entry<String, String> told, Words words) {
        if (heard.values().containsKey(told.getKey())) {
            return contradicts(heard, told) ? CERTAIN : SURE;
        }
        return Asking.isQuestion(campaign.locale(), words.raw()) ? CERTAIN : SURE_UNAIDED;
    }

    private static boolean contradicts(Extraction heard, Map.Entry<String, String> told) {
        List<String> values = heard.values().get(told.getKey());
        return values != null && !values.equals(List.of(told.getValue()));
    }

    private static Optional<Edge> sure(Campaign campaign, State state, NextStateReply reply) {
        ScoredState best = reply.ranking().getFirst();
        return best.probability() < Math.max(SURE, reply.acceptAt()) || reply.outOfScope() > reply.outOfScopeAt()
                ? Optional.empty()
                : forward(campaign, state, best);
    }

    private static Optional<Edge> forward(Campaign campaign, State state, ScoredState named) {
        return Route.forward(campaign, state).stream()
                .filter(edge -> edge.to().equals(named.state()))
                .findFirst();
    }
}
