package io.parley.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether the slots fit each other and are asked for. */
final class SlotCheck {

    private static final String TODAY = "today";
    private static final String NOW = "now";

    private final Campaign campaign;
    private final FlowGraph graph;
    private final Lines lines;
    private final Report report;

    SlotCheck(Campaign campaign, FlowGraph graph, Lines lines, Report report) {
        this.campaign = campaign;
        this.graph = graph;
        this.lines = lines;
        this.report = report;
    }

    void check() {
        for (Slot slot : campaign.slots().values()) {
            slot.limits().after().ifPresent(moment -> checkMoment(slot, "after", moment));
            slot.limits().before().ifPresent(moment -> checkMoment(slot, "before", moment));
        }
        checkCollecting();
    }

    private void checkMoment(Slot slot, String key, String moment) {
        int line = lines.of("slots", slot.name(), key);
        boolean day = moment.equals(TODAY);
        if (day || moment.equals(NOW)) {
            if (day == (slot.type() == SlotType.TIME) || (!day && slot.type() == SlotType.DATE)) {
                report.error(
                        line,
                        "'" + key + ": " + moment + "' does not fit slot '" + slot.name() + "' of type "
                                + slot.type().label(),
                        "Write " + (day ? NOW : TODAY));
            }
            return;
        }
        Slot other = campaign.slots().get(moment);
        if (other == null || other.name().equals(slot.name())) {
            List<String> known = new ArrayList<>(List.of(TODAY, NOW));
            campaign.slots().values().stream()
                    .filter(it -> SlotReader.isTime(it.type()) && !it.name().equals(slot.name()))
                    .map(Slot::name)
                    .forEach(known::add);
            report.error(
                    line,
                    "'" + key + "' of slot '" + slot.name() + "' is '" + moment + "', which is no other slot",
                    Suggestion.remedy(moment, known));
            return;
        }
        boolean comparable =
                SlotReader.isTime(other.type()) && (slot.type() == SlotType.TIME) == (other.type() == SlotType.TIME);
        if (!comparable) {
            report.error(
                    line,
                    "slot '" + slot.name() + "' of type " + slot.type().label() + " cannot be compared with '" + moment
                            + "' of type " + other.type().label(),
                    "Compare dates with dates and times with times");
        }
    }

    private void checkCollecting() {
        Map<String, State> collectors = new HashMap<>();
        for (State state : campaign.states().values()) {
            for (String name : state.collects()) {
                State first = collectors.putIfAbsent(name, state);
                if (first != null && leadsTo(first, state)) {
                    report.warning(
                            lines.of("states", state.id(), "collects", name),
                            "slot '" + name + "' is collected in '" + first.id() + "' already",
                            "Collect it once; to change it, customers just say so");
                }
            }
        }
        for (Slot slot : campaign.slots().values()) {
            if (!collectors.containsKey(slot.name()) && slot.initial().isEmpty()) {
                report.warning(
                        lines.of("slots", slot.name()),
                        "no state collects slot '" + slot.name() + "'",
                        "Name it in the 'collects' of a state, or take it out");
            }
        }
    }

    private boolean leadsTo(State first, State second) {
        return graph.ahead(first.id()).contains(second.id())
                || graph.ahead(second.id()).contains(first.id());
    }
}
