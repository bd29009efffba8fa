package io.parley.campaign;

import io.parley.campaign.Condition.Test;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a slot is only used where it can have been asked for. Texts are left alone, since one that tells what is unknown
 * is not spoken; and so is a slot that no state collects, which customers may mention at any time, or never.
 */
final class SlotUse {

    private final Campaign campaign;
    private final FlowGraph graph;
    private final Lines lines;
    private final List<Use> early = new ArrayList<>();

    private SlotUse(Campaign campaign, Lines lines) {
        this.campaign = campaign;
        this.graph = new FlowGraph(campaign);
        this.lines = lines;
    }

    /**
     * A use that comes too early.
     *
     * @param state where
     */
    record Use(String state, int line, String what, String remedy) {}

    static List<Use> tooEarly(Campaign campaign, Lines lines) {
        SlotUse use = new SlotUse(campaign, lines);
        for (State state : campaign.states().values()) {
            use.checkConditions(state);
            if (state.confirms()) {
                use.checkPrice(state);
            }
            use.checkLimits(state);
        }
        return use.early;
    }

    private void checkConditions(State state) {
        String name = "state '" + state.id() + "'";
        valuesTested(state.when())
                .filter(slot -> isLater(slot, state.id()))
                .forEach(slot -> add(
                        state,
                        lines.of("states", state.id(), "when", slot),
                        "'when' of " + name + " looks at a value",
                        slot,
                        "Ask for it in a state before"));
        for (Edge edge : state.next()) {
            valuesTested(edge.when())
                    .filter(slot -> isLater(slot, state.id()))
                    .forEach(slot -> add(
                            state,
                            lines.of("states", state.id(), "next", edge.to()),
                            "the way from '" + state.id() + "' to '" + edge.to() + "' looks at a value",
                            slot,
                            "Ask for it in this state or before"));
        }
    }

    /** What is asked for after the order was read back would change its price unheard, unless it is read back again. */
    private void checkPrice(State confirming) {
        Set<String> after = graph.ahead(confirming.id());
        for (int i = 0; i < campaign.lines().size(); i++) {
            PriceLine line = campaign.lines().get(i);
            int at = lines.of("order", "lines", String.valueOf(i));
            slots(line)
                    .distinct()
                    .filter(slot -> isLater(slot, confirming.id()))
                    .filter(slot -> collectors(slot).stream()
                            .anyMatch(collector -> after.contains(collector) && isSoldUnheard(collector)))
                    .forEach(slot -> add(
                            confirming,
                            at,
                            "'" + confirming.id() + "' reads back a price that depends on it",
                            slot,
                            "Ask for it before the order is read back"));
        }
    }

    /** Whether a sale can be reached from a state without the order being read back. */
    private boolean isSoldUnheard(String from) {
        return graph.reachable(from, state -> !state.confirms() || state.when().isConditional()).stream()
                .anyMatch(state -> campaign.state(state)
                        .outcome()
                        .filter(Outcome.SALE::equals)
                        .isPresent());
    }

    /** Where two slots limit each other, one of them has to come first. */
    private void checkLimits(State state) {
        for (String name : state.collects()) {
            Slot slot = campaign.slot(name);
            limits(slot)
                    .filter(other -> isLater(other, state.id()))
                    .filter(other -> limits(campaign.slot(other)).noneMatch(name::equals))
                    .filter(other -> collectors(other).stream().anyMatch(graph.ahead(state.id())::contains))
                    .forEach(other -> add(
                            state,
                            lines.of("slots", name),
                            "slot '" + name + "' is limited by another",
                            other,
                            "Ask for '" + other + "' first, or put the limit there"));
        }
    }

    private void add(State state, int line, String use, String slot, String remedy) {
        early.add(new Use(state.id(), line, use + ", but slot '" + slot + "' is asked for only later", remedy));
    }

    /** Whether states collect it and none of them can come before that one, or is it. */
    private boolean isLater(String slot, String state) {
        List<String> collectors = collectors(slot);
        return campaign.slot(slot).initial().isEmpty()
                && !collectors.isEmpty()
                && collectors.stream()
                        .noneMatch(collector -> graph.ahead(collector).contains(state));
    }

    private List<String> collectors(String slot) {
        return campaign.states().values().stream()
                .filter(state -> state.collects().contains(slot))
                .map(State::id)
                .toList();
    }

    /** That a slot is known or unknown may be looked at anywhere: customers may have said it unasked. */
    private static Stream<String> valuesTested(Condition condition) {
        return condition.tests().entrySet().stream()
                .filter(test -> !(test.getValue() instanceof Test.Known || test.getValue() instanceof Test.Unknown))
                .map(test -> test.getKey());
    }

    private static Stream<String> slots(PriceLine line) {
        Stream<String> item = line instanceof PriceLine.OfChoice choice ? Stream.of(choice.slot()) : Stream.of();
        return Stream.of(item, line.per().stream(), line.when().tests().keySet().stream())
                .flatMap(it -> it);
    }

    private Stream<String> limits(Slot slot) {
        return Stream.of(slot.limits().after(), slot.limits().before())
                .flatMap(Optional::stream)
                .filter(campaign.slots()::containsKey);
    }
}
