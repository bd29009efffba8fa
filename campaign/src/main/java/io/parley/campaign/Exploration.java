package io.parley.campaign;

import io.parley.campaign.Goal.Moment;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Follows conversations until one comes to a goal, by the very rules that conversations are led by. */
final class Exploration {

    /** So many conversations are followed before it is given up. */
    private static final int MOST = 2_000;

    /** The effort that following one takes, beside a comparison of regions. */
    private static final int STEPS = 100;

    private final FlowSpace space;
    private final Campaign campaign;
    private final Effort effort;
    private final Goal goal;
    private final Wording wording;
    private final PriorityQueue<Node> open;
    private final Set<Key> seen = new HashSet<>();
    private @Nullable List<ConversationStep> found;

    /**
     * @param first which conversations are followed first
     */
    Exploration(FlowSpace space, Effort effort, Goal goal, Wording wording, Comparator<Node> first) {
        this.space = space;
        this.campaign = space.campaign();
        this.effort = effort;
        this.goal = goal;
        this.wording = wording;
        this.open = new PriorityQueue<>(first.thenComparingInt(Node::number));
    }

    /**
     * Where a conversation is, and how it came there.
     *
     * @param number the later it was come to, the higher
     */
    record Node(String state, Map<String, List<String>> values, List<ConversationStep> steps, int number) {

        List<String> path() {
            return steps.stream().map(ConversationStep::state).toList();
        }

        List<ConversationStep> and(ConversationStep step) {
            return Stream.concat(steps.stream(), Stream.of(step)).toList();
        }
    }

    /** Two conversations that have the same key go on alike. */
    private record Key(String state, Map<String, List<String>> values) {}

    Optional<List<ConversationStep>> run() {
        Map<String, List<String>> beginning = new TreeMap<>();
        campaign.slots()
                .values()
                .forEach(slot -> slot.initial().ifPresent(initial -> beginning.put(slot.name(), List.of(initial))));
        arrive(new Node(campaign.start(), beginning, List.of(), 0));
        for (int followed = 0; followed < MOST && found == null && !open.isEmpty(); followed++) {
            effort.spend(STEPS);
            follow(open.remove());
        }
        return Optional.ofNullable(found);
    }

    private void arrive(Node node) {
        look(Moment.ARRIVED, node, node.steps());
        Map<String, List<String>> relevant = new TreeMap<>(node.values());
        relevant.keySet().retainAll(space.slotsAhead(node.state()));
        boolean onTheWay = space.graph().ahead(node.state()).contains(goal.state())
                && !campaign.state(node.state()).isFinal();
        if (onTheWay && seen.add(new Key(node.state(), relevant))) {
            open.add(node);
        }
    }

    private void follow(Node node) {
        State state = campaign.state(node.state());
        for (Map<String, List<String>> answer : wording.answers(state, node.values())) {
            Map<String, List<String>> values = new TreeMap<>(node.values());
            values.putAll(answer);
            String told = wording.tell(state, answer);
            Node answered = new Node(state.id(), values, node.steps(), node.number());
            look(Moment.ANSWERED, answered, node.and(new ConversationStep(state.id(), told, state.id())));
            Onward.open(campaign, state, values).stream()
                    .filter(edge -> !edge.to().equals(state.id()))
                    .forEach(edge -> leave(answered, told, edge.to(), answer.keySet()));
        }
    }

    /** On over every state that is passed over. */
    private void leave(Node node, String told, String to, Set<String> saidNow) {
        Set<String> passed = new LinkedHashSet<>();
        String at = to;
        Optional<String> onward = Optional.of(to);
        while (onward.isPresent() && passed.add(onward.get())) {
            at = onward.get();
            onward = onward(at, node.values(), saidNow);
        }
        if (onward.isPresent()) {
            List<String> round = Stream.concat(passed.stream(), onward.stream()).toList();
            if (round.contains(goal.state())) {
                String circle = String.join(" -> ", round) + " and so on";
                look(
                        Moment.CIRCLING,
                        new Node(goal.state(), node.values(), node.steps(), node.number()),
                        node.and(new ConversationStep(node.state(), told, circle)));
            }
            return;
        }
        arrive(new Node(at, node.values(), node.and(new ConversationStep(node.state(), told, at)), seen.size()));
    }

    private Optional<String> onward(String at, Map<String, List<String>> values, Set<String> saidNow) {
        State state = campaign.state(at);
        List<Edge> ways = Onward.open(campaign, state, values);
        boolean leads = Passing.isPassedOver(campaign, state, values, saidNow)
                && ways.size() == 1
                && !ways.getFirst().to().equals(at);
        return leads ? Optional.of(ways.getFirst().to()) : Optional.empty();
    }

    private void look(Moment moment, Node node, List<ConversationStep> steps) {
        if (found == null && goal.moment() == moment && goal.state().equals(node.state())) {
            goal.sight()
                    .shows(node.values(), node.path())
                    .ifPresent(missing -> found =
                            Stream.concat(steps.stream(), missing.stream()).toList());
        }
    }
}
