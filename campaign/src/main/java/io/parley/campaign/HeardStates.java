package io.parley.campaign;

import io.parley.campaign.Goal.Moment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which states customers hear: to be heard needs a conversation that shows it, never to be heard needs none. */
final class HeardStates {

    /** A conversation is looked for in so many regions of a state. */
    private static final int REGIONS = 4;

    private final Campaign campaign;
    private final FlowSpace space;
    private final Reach reach;
    private final ConversationSearch search;

    HeardStates(FlowSpace space, Reach reach, ConversationSearch search) {
        this.campaign = space.campaign();
        this.space = space;
        this.reach = reach;
        this.search = search;
    }

    /** States that nobody hears, whatever is said. */
    List<State> unheard() {
        List<State> heard = campaign.states().values().stream()
                .filter(state ->
                        state.id().equals(campaign.start()) || !heardIn(state).isEmpty())
                .toList();
        Predicate<State> givenUpTo = state -> heard.stream().anyMatch(from -> mayGiveUp(from, state));
        return campaign.states().values().stream()
                .filter(state -> !heard.contains(state) && givenUpTo.negate().test(state))
                .toList();
    }

    /** States that are heard by somebody for all that is known, of which no conversation was found that hears them. */
    List<State> unshown() {
        Set<String> shown = new HashSet<>();
        List<State> unshown = new ArrayList<>();
        for (State state : List.copyOf(campaign.states().values()).reversed()) {
            if (shown.contains(state.id()) || heardIn(state).isEmpty()) {
                continue;
            }
            Goal goal = Goal.of(state.id(), Moment.ARRIVED, state.when()::holds);
            heardIn(state).stream()
                    .limit(REGIONS)
                    .flatMap(about -> search.quickest(goal, about).stream())
                    .findFirst()
                    .ifPresentOrElse(steps -> steps.forEach(step -> shown.add(step.state())), () -> unshown.add(state));
        }
        return unshown.reversed();
    }

    private List<Region> heardIn(State state) {
        return reach.at(state).stream()
                .flatMap(region -> space.where(state.when()).flatMap(region::and).stream())
                .toList();
    }

    /** No condition closes a way that gives up. */
    private boolean mayGiveUp(State from, State lost) {
        return campaign.isLost(lost.id())
                && !from.isFinal()
                && (campaign.wayOut(from).filter(lost.id()::equals).isPresent()
                        || from.next().stream().anyMatch(edge -> edge.to().equals(lost.id())));
    }
}
