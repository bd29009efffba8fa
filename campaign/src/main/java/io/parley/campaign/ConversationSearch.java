package io.parley.campaign;

import io.parley.campaign.Exploration.Node;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks for conversations that show something. Customers who only answer what they are asked are tried first, and first of
 * all those who say what it is about.
 */
final class ConversationSearch {

    private final FlowSpace space;
    private final Effort effort;

    ConversationSearch(FlowSpace space, Effort effort) {
        this.space = space;
        this.effort = effort;
    }

    /**
     * The conversation with the fewest steps that comes to a goal.
     *
     * @param about situations in which the goal is met
     * @return nothing if no exploration finds one
     */
    Optional<List<ConversationStep>> shortest(Goal goal, Region about) {
        return search(goal, about, Comparator.comparingInt(node -> node.steps().size()));
    }

    /** Any conversation that comes to a goal, found by making straight for it. */
    Optional<List<ConversationStep>> quickest(Goal goal, Region about) {
        Map<String, Integer> distances = space.graph().distancesTo(goal.state());
        return search(
                goal, about, Comparator.comparingInt(node -> distances.getOrDefault(node.state(), Integer.MAX_VALUE)));
    }

    private Optional<List<ConversationStep>> search(Goal goal, Region about, Comparator<Node> first) {
        return Stream.of(
                        new Wording(space, about, false),
                        new Wording(space, space.everything(), false),
                        new Wording(space, about, true),
                        new Wording(space, space.everything(), true))
                .flatMap(wording -> new Exploration(space, effort, goal, wording, first).run().stream())
                .findFirst();
    }
}
