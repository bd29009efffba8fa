package io.parley.campaign;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Corrections of one slot, one by one, by the rules that conversations follow; see {@link CorrectionWalk}. */
final class Changing {

    private final FlowSpace space;
    private final Finish finish;

    Changing(FlowSpace space, Finish finish) {
        this.space = space;
        this.finish = finish;
    }

    /**
     * What a customer in a state can correct so that no sale can be reached any more.
     *
     * @param path the states that were heard and left
     */
    Optional<ConversationStep> trapping(State state, Map<String, List<String>> values, List<String> path) {
        return space.slots().stream()
                .filter(classes -> values.containsKey(classes.slot().name()))
                .flatMap(classes -> classes.values().stream()
                        .filter(value -> !value.isEmpty())
                        .flatMap(value ->
                                trapping(state, values, path, classes.slot().name(), value).stream()))
                .findFirst();
    }

    private Optional<ConversationStep> trapping(
            State state, Map<String, List<String>> values, List<String> path, String slot, List<String> value) {
        Map<String, List<String>> changed = new TreeMap<>(values);
        boolean changes = !value.equals(changed.put(slot, value));
        return changes
                        && stays(state, changed, path, slot)
                        && !finish.trapped(state, space.around(changed)).isEmpty()
                ? Optional.of(new ConversationStep(state.id(), "corrects " + Wording.tell(slot, value), state.id()))
                : Optional.empty();
    }

    /** Whether no state on the way to this one has something to ask. */
    private boolean stays(State current, Map<String, List<String>> values, List<String> path, String changed) {
        Campaign campaign = space.campaign();
        Set<String> seen = new HashSet<>();
        String at = campaign.start();
        while (!at.equals(current.id()) && seen.add(at)) {
            State state = campaign.state(at);
            boolean incomplete = state.collects().stream()
                    .anyMatch(slot -> campaign.slot(slot).required() && !values.containsKey(slot));
            boolean unheard = !path.contains(at) && !Passing.isPassedOver(campaign, state, values, Set.of(changed));
            if ((state.confirms() || incomplete || unheard) && state.when().holds(values)) {
                return false;
            }
            List<Edge> open = Onward.open(campaign, state, values);
            Optional<Edge> onward = (open.size() == 1 ? open.stream() : Stream.<Edge>empty())
                    .findFirst()
                    .or(() -> Onward.forward(campaign, state).stream()
                            .filter(edge ->
                                    path.contains(edge.to()) || edge.to().equals(current.id()))
                            .findFirst());
            if (onward.isEmpty()) {
                return true;
            }
            at = onward.get().to();
        }
        return true;
    }
}
