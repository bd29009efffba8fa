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
import io.parley.session.Session;
import io.parley.session.Session.Which;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks instead of guessing, where what was said has two readings that are as good: two next states of about the same
 * probability, or two options of what was asked. Asks at most once: whatever answers that is taken as it is. Pure.
 */
final class TwoLikely {

    /** Readings that a customer cannot be asked about: in the end both are the state's own question again. */
    private static final Set<ReservedState> NAMELESS = EnumSet.of(ReservedState.OTHER);

    /** Whoever gives so much at once neither asks nor doubts. */
    private static final int PLENTY = 2;

    private static final Set<ReservedState> DIGRESSIONS = EnumSet.of(ReservedState.QUESTION, ReservedState.HESITATION);

    private TwoLikely() {}

    /**
     * @param decided what the turn would come to
     * @param heard what the words fill
     * @return the same, or that the customer is asked, or that their yes or no leads on
     */
    static Decided weigh(
            Scene scene, Decided decided, Extraction heard, Optional<NextStateReply> proposed, Words words) {
        if (!mayAsk(scene.before(), words)) {
            return decided;
        }
        return twoValues(scene, decided, heard)
                .map(which -> new Decided(new Decision.AskWhich(which), decided.confidence(), Ground.FITS_TWO))
                .or(() -> proposed.filter(reply -> isOfTheNetwork(decided))
                        .flatMap(reply -> saidYesOrNo(scene, heard, reply))
                        .map(onward -> new Decided(onward, decided.confidence(), Ground.ANSWERED)))
                .or(() -> proposed.filter(reply -> asks(scene, decided, heard, reply, words))
                        .map(reply -> new Decided(new Decision.Ask(), decided.confidence(), Ground.ASKS_A_QUESTION)))
                .or(() -> proposed.filter(reply -> isOfTheNetwork(decided))
                        .flatMap(reply -> twoStates(scene, heard, reply))
                        .map(which ->
                                new Decided(new Decision.AskWhich(which), decided.confidence(), Ground.TWO_LIKELY)))
                .orElse(decided);
    }

    /**
     * Not twice in a row, not where something else was asked, and not of words of which a part may not be kept: they are read
     * again when the answer is there.
     */
    private static boolean mayAsk(Session before, Words words) {
        return before.memory().asked() == null
                && before.awaiting() == null
                && words.raw().equals(words.masked().value());
    }

    private static boolean isOfTheNetwork(Decided decided) {
        return decided.ground() == Ground.NETWORK || decided.ground() == Ground.UNSURE;
    }

    private static Optional<Which> twoValues(Scene scene, Decided decided, Extraction heard) {
        boolean answers = decided.decision() instanceof Decision.Advance
                || decided.decision() instanceof Decision.Stay
                || decided.decision() instanceof Decision.NotUnderstood;
        if (!answers) {
            return Optional.empty();
        }
        return scene.state().collects().stream()
                .flatMap(slot -> Stream.ofNullable(heard.between().get(slot))
                        .map(two -> new Which(slot, two.getFirst(), two.getLast())))
                .findFirst();
    }

    /** "Yes, that sounds good": the yes or no that was asked for outweighs a doubt that is about as likely. */
    private static Optional<Decision> saidYesOrNo(Scene scene, Extraction heard, NextStateReply reply) {
        Campaign campaign = scene.campaign();
        State state = scene.state();
        Double within = reply.askWithin();
        List<ScoredState> ranking = Decider.together(campaign, state, reply.ranking());
        boolean said = state.collects().stream()
                .anyMatch(slot -> campaign.slot(slot).type() == SlotType.YES_NO
                        && heard.values().containsKey(slot));
        boolean doubts =
                ranking.stream().limit(2).anyMatch(scored -> scored.state().equals(ReservedState.HESITATION.label()));
        boolean leadsOn = ranking.stream().limit(2).anyMatch(scored -> isOnward(campaign, state, scored.state()));
        if (within == null || !said || !doubts || !leadsOn || !areClose(ranking, reply.acceptAt(), within)) {
            return Optional.empty();
        }
        return Decider.answered(campaign, state, heard.values().keySet(), scene.standingWith(heard.values()));
    }

    /** "Hi, do you have a pool there": of what begins as a question does, and may be one, nobody is asked which it is. */
    private static boolean asks(Scene scene, Decided decided, Extraction heard, NextStateReply reply, Words words) {
        List<ScoredState> ranking = Decider.together(scene.campaign(), scene.state(), reply.ranking());
        List<String> likeliest =
                ranking.stream().limit(2).map(ScoredState::state).toList();
        Double within = reply.askWithin();
        boolean wavers = decided.ground() == Ground.UNSURE
                || (decided.ground() == Ground.NETWORK
                        && within != null
                        && areClose(ranking, reply.acceptAt(), within));
        return wavers
                && likeliest.contains(ReservedState.QUESTION.label())
                && !likeliest.contains(ReservedState.PERSON.label())
                && heard.values().isEmpty()
                && Asking.isQuestion(scene.campaign().locale(), words.raw());
    }

    private static Optional<Which> twoStates(Scene scene, Extraction heard, NextStateReply reply) {
        Campaign campaign = scene.campaign();
        State state = scene.state();
        Double within = reply.askWithin();
        if (within == null || reply.outOfScope() > reply.outOfScopeAt()) {
            return Optional.empty();
        }
        List<ScoredState> raw = reply.ranking();
        if (areClose(raw, reply.acceptAt(), within)) {
            Optional<Which> yesOrNo = yesOrNo(campaign, state, raw, heard);
            if (yesOrNo.isPresent()) {
                return yesOrNo;
            }
        }
        List<ScoredState> ranking = Decider.together(campaign, state, raw);
        if (!areClose(ranking, reply.acceptAt(), within)) {
            return Optional.empty();
        }
        String first = ranking.getFirst().state();
        String second = ranking.get(1).state();
        boolean answered =
                isOnward(campaign, state, first) && state.collects().stream().anyMatch(heard.values()::containsKey);
        boolean gives = heard.values().size() >= PLENTY;
        return !answered
                        && !gives
                        && !answersAhead(scene, heard, first, second)
                        && canBeAsked(campaign, state, first, second)
                ? Optional.of(new Which(null, first, second))
                : Optional.empty();
    }

    /** "The suite, I guess" where something else is asked for: what is not known yet can only seem to be corrected. */
    private static boolean answersAhead(Scene scene, Extraction heard, String first, String second) {
        boolean seemsCorrected = Stream.of(first, second).anyMatch(ReservedState.CORRECTION.label()::equals);
        return seemsCorrected
                && !heard.values().isEmpty()
                && heard.values().keySet().stream()
                        .noneMatch(slot -> scene.slots().containsKey(slot)
                                || scene.state().collects().contains(slot));
    }

    /** Whether it is one of the first two, as surely as it has to be one alone, and about as likely either. */
    private static boolean areClose(List<ScoredState> ranking, double acceptAt, double within) {
        if (ranking.size() < 2) {
            return false;
        }
        double first = ranking.getFirst().probability();
        double second = ranking.get(1).probability();
        return first + second >= acceptAt && first - second < within;
    }

    /** Where the way forward parts by a yes or a no, and it may be either. */
    private static Optional<Which> yesOrNo(
            Campaign campaign, State state, List<ScoredState> ranking, Extraction heard) {
        List<Map.Entry<String, String>> told = ranking.stream()
                .limit(2)
                .flatMap(scored -> edge(campaign, state, scored.state()).stream())
                .flatMap(edge -> ToldByWay.of(campaign, state, edge).stream())
                .toList();
        boolean parts = told.size() == 2
                && told.getFirst().getKey().equals(told.getLast().getKey())
                && !told.getFirst().getValue().equals(told.getLast().getValue())
                && !heard.values().containsKey(told.getFirst().getKey());
        return parts
                ? Optional.of(new Which(
                        told.getFirst().getKey(),
                        told.getFirst().getValue(),
                        told.getLast().getValue()))
                : Optional.empty();
    }

    private static boolean canBeAsked(Campaign campaign, State state, String first, String second) {
        Optional<ReservedState> one = ReservedState.of(first);
        Optional<ReservedState> other = ReservedState.of(second);
        boolean bothDigress = one.filter(DIGRESSIONS::contains).isPresent()
                && other.filter(DIGRESSIONS::contains).isPresent();
        boolean bothOnward = isOnward(campaign, state, first) && isOnward(campaign, state, second);
        return hasName(state, first) && hasName(state, second) && !bothDigress && !bothOnward;
    }

    private static boolean hasName(State state, String label) {
        return !label.equals(state.id())
                && ReservedState.of(label).filter(NAMELESS::contains).isEmpty();
    }

    private static boolean isOnward(Campaign campaign, State state, String label) {
        return edge(campaign, state, label).isPresent();
    }

    private static Optional<Edge> edge(Campaign campaign, State state, String label) {
        return Route.forward(campaign, state).stream()
                .filter(edge -> edge.to().equals(label))
                .findFirst();
    }
}
