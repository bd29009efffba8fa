package io.parley.campaign;

import io.parley.campaign.Goal.Moment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What looks wrong among all situations that customers can come to. Nothing that is wrong is left out. */
final class Suspicions {

    /** So many suspected regions of a state are followed up. */
    private static final int SUSPECTS = 4;

    private final Campaign campaign;
    private final Lines lines;
    private final Effort effort;
    private final FlowSpace space;
    private final Reach reach;
    private final Finish finish;
    private final ConversationSearch search;

    /**
     * @throws BoundReachedException if there is more to look at than the effort allows
     */
    Suspicions(Campaign campaign, Lines lines, Effort effort) {
        this.campaign = campaign;
        this.lines = lines;
        this.effort = effort;
        this.space = new FlowSpace(campaign);
        this.reach = new Reach(space, effort);
        this.finish = new Finish(space, effort);
        this.search = new ConversationSearch(space, effort);
    }

    /** The shortest conversation that shows it. */
    Optional<List<ConversationStep>> shown(Suspicion suspicion) {
        return suspicion.about().stream()
                .limit(SUSPECTS)
                .flatMap(about -> search.shortest(suspicion.goal(), about).stream())
                .findFirst();
    }

    HeardStates heardStates() {
        return new HeardStates(space, reach, search);
    }

    /** Everything is answered, and no way leads on. Where none ever does, a sale cannot be reached: see {@link #trapped}. */
    List<Suspicion> deadEnds() {
        return suspicions(
                state -> Onward.forward(campaign, state).isEmpty()
                        ? List.of()
                        : Stream.concat(
                                        reach.answered(state).closed().stream()
                                                .flatMap(region -> undeclined(state, region).stream()),
                                        reach.skipped(state).closed().stream())
                                .toList(),
                (state, about) -> new Suspicion(
                        lines.of("states", state.id(), "next"),
                        "no way leads on from state '" + state.id() + "' for some who have answered it",
                        "Add a way without 'when', or one for what the others leave out",
                        Goal.of(state.id(), Moment.ANSWERED, values -> isStuck(state, values)),
                        about));
    }

    /** A state is heard by those whom its condition excludes. */
    List<Suspicion> misheard() {
        return suspicions(
                state -> reach.skipped(state).several(),
                (state, about) -> new Suspicion(
                        lines.of("states", state.id(), "when"),
                        "state '" + state.id()
                                + "' is heard although its 'when' does not hold, since several ways lead on from it",
                        "Leave one way without 'when', or put the 'when' on the ways that lead there",
                        Goal.of(
                                state.id(),
                                Moment.ARRIVED,
                                values -> !state.when().holds(values)
                                        && Onward.open(campaign, state, values).size() > 1),
                        about));
    }

    /**
     * A sale cannot be reached any more.
     *
     * @throws BoundReachedException if there is somewhere where it is not known
     */
    List<Suspicion> trapped() {
        return certain(suspicions(
                state -> reach.at(state).stream()
                        .flatMap(region -> finish.trapped(state, region).stream())
                        .toList(),
                (state, about) -> new Suspicion(
                        lines.of("states", state.id()),
                        "from state '" + state.id() + "' some customers cannot reach a sale any more",
                        "Let a way lead on to a sale, or make the state final with outcome: lost",
                        Goal.of(state.id(), Moment.ARRIVED, values -> isTrapped(state, values)),
                        about)));
    }

    /**
     * After a correction, a sale cannot be reached any more.
     *
     * @throws BoundReachedException if there is somewhere where it is not known
     */
    List<Suspicion> trappedByCorrection() {
        Changing changing = new Changing(space, finish);
        CorrectionWalk walk = new CorrectionWalk(space, effort);
        return certain(suspicions(
                state -> {
                    boolean trapping =
                            !finish.trapped(state, space.everything()).isEmpty()
                                    && walk.staying(state).stream()
                                            .anyMatch(region -> !finish.trapped(state, region)
                                                    .isEmpty());
                    return trapping ? reach.at(state) : List.of();
                },
                (state, about) -> new Suspicion(
                        lines.of("states", state.id()),
                        "after a correction in state '" + state.id() + "' some customers cannot reach a sale any more",
                        "Let a way lead on for what it may be corrected to",
                        new Goal(
                                state.id(),
                                Moment.ARRIVED,
                                (values, path) -> isTrapped(state, values)
                                        ? Optional.empty()
                                        : changing.trapping(state, values, path).map(List::of)),
                        about)));
    }

    /** The flow runs in circles. */
    List<Suspicion> circles() {
        SilentCycles cycles = new SilentCycles(space, effort);
        return suspicions(
                state -> cycles.through(state, reach.at(state)).stream().toList(),
                (state, about) -> new Suspicion(
                        lines.of("states", state.id(), "next"),
                        "the flow runs in circles through state '" + state.id() + "' without a word",
                        "Take the way back out, since customers may correct what they said anywhere, or ask again with"
                                + " always-ask: true",
                        Goal.of(state.id(), Moment.CIRCLING, values -> true),
                        about));
    }

    /** A slot is used before it can be filled. */
    List<Suspicion> earlyUses() {
        return SlotUse.tooEarly(campaign, lines).stream()
                .map(use -> new Suspicion(
                        use.line(),
                        use.what(),
                        use.remedy(),
                        Goal.of(use.state(), Moment.ARRIVED, values -> true),
                        List.of(space.everything())))
                .toList();
    }

    /** Where situations that finish may be missing, a suspicion says nothing. */
    private List<Suspicion> certain(List<Suspicion> suspicions) {
        if (!suspicions.isEmpty() && !finish.isExact()) {
            throw new BoundReachedException();
        }
        return suspicions;
    }

    private List<Suspicion> suspicions(Regional regional, Wrong wrong) {
        return campaign.states().values().stream()
                .filter(state -> !state.isFinal())
                .flatMap(state -> {
                    List<Region> about = regional.of(state);
                    return about.isEmpty() ? Stream.empty() : Stream.of(wrong.of(state, about));
                })
                .toList();
    }

    private boolean isStuck(State state, Map<String, List<String>> values) {
        return Onward.open(campaign, state, values).stream()
                        .allMatch(edge -> edge.to().equals(state.id()))
                && (!state.when().holds(values)
                        || declinable(state)
                                .noneMatch(slot -> values.getOrDefault(slot.name(), List.of())
                                        .equals(List.of("no"))));
    }

    private boolean isTrapped(State state, Map<String, List<String>> values) {
        return !finish.trapped(state, space.around(values)).isEmpty();
    }

    /** The situations in which the answer to the state's question is no plain no that may give up the order. */
    private List<Region> undeclined(State state, Region region) {
        Optional<Region> rest = Optional.of(region);
        for (int number : space.collected(state)) {
            SlotClasses classes = space.slots().get(number);
            if (declinable(state).anyMatch(classes.slot()::equals)) {
                long others = ~classes.classOf(List.of("no"));
                rest = rest.filter(it -> (it.at(number) & others) != 0)
                        .map(it -> it.with(number, it.at(number) & others));
            }
        }
        return rest.stream().toList();
    }

    /** Questions to which a no gives up the order: the flow says so by a way to a lost state. */
    private Stream<Slot> declinable(State state) {
        Predicate<Edge> givesUp = edge -> campaign.isLost(edge.to());
        return state.next().stream().noneMatch(givesUp)
                ? Stream.empty()
                : state.collects().stream().map(campaign::slot).filter(slot -> slot.type() == SlotType.YES_NO);
    }

    /** Where a state is suspected. */
    private interface Regional {
        List<Region> of(State state);
    }

    /** What it is suspected of. */
    private interface Wrong {
        Suspicion of(State state, List<Region> about);
    }
}
