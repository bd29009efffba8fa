package io.parley.campaign;

import io.parley.contracts.ReservedState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads one entry of {@code states}. */
final class StateReader {

    static final List<String> KEYS = List.of(
            "collects",
            "say",
            "invalid",
            "declined",
            "next",
            "when",
            "confirms",
            "pays",
            "always-ask",
            "final",
            "outcome",
            "digressions");
    static final List<String> EDGE_KEYS = List.of("when", "about");

    private final SlotTable slots;
    private final ConditionReader conditions;
    private final Report report;

    StateReader(SlotTable slots, ConditionReader conditions, Report report) {
        this.slots = slots;
        this.conditions = conditions;
        this.report = report;
    }

    /** The state, with whatever could be read of it. */
    State read(String id, Tree.Field field) {
        Ids.checkKebab(id, "a state", field.line(), report);
        if (ReservedState.of(id).isPresent()) {
            report.error(
                    field.line(),
                    "'" + id + "' is what every flow has already (" + String.join(", ", ReservedState.labels()) + ")",
                    "Give the state another name");
        }
        Optional<Section> found = Section.of(field.value(), "state '" + id + "'", report);
        if (found.isEmpty()) {
            return new State(
                    id,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Condition.ALWAYS,
                    false,
                    false,
                    false,
                    Optional.empty(),
                    false);
        }
        Section section = found.get().allowing(KEYS).requiring("say");
        State state = new State(
                id,
                collects(section, id),
                section.prose("say").keySet().stream().toList(),
                section.prose("invalid").keySet().stream().toList(),
                section.prose("declined").keySet().stream().toList(),
                edges(section, id),
                conditions.read(section.tree("when"), "state '" + id + "'"),
                section.flag("confirms"),
                section.flag("pays"),
                section.flag("always-ask"),
                outcome(section, id),
                digressionsForbidden(section, id));
        checkEnd(section, state);
        return state;
    }

    private List<String> collects(Section section, String id) {
        List<String> known = new ArrayList<>();
        section.lines("collects").forEach((name, line) -> {
            slots.find(name, "'collects' of state '" + id + "'", line, report).ifPresent(slot -> known.add(name));
        });
        return known;
    }

    private List<Edge> edges(Section section, String id) {
        List<Edge> edges = new ArrayList<>();
        section.section("next", "'next' of state '" + id + "'").ifPresent(next -> {
            if (next.entries().isEmpty()) {
                report.error(next.line(), "'next' of state '" + id + "' is empty", "Name at least one state");
            }
            next.entries().forEach((to, field) -> edges.add(edge(id, to, field)));
        });
        return edges;
    }

    private Edge edge(String from, String to, Tree.Field field) {
        String name = "the way from '" + from + "' to '" + to + "'";
        return switch (field.value()) {
            case Tree.Text(String about, int line) -> new Edge(to, Condition.ALWAYS, about);
            case Tree.Fields fields -> {
                Section section = Section.of(fields, name, report).orElseThrow().allowing(EDGE_KEYS);
                yield new Edge(
                        to,
                        conditions.read(section.tree("when"), name),
                        section.text("about").orElse(""));
            }
            case Tree.Nothing nothing -> {
                report.warning(
                        field.line(), name + " has no description", "Write what the customer says to go this way");
                yield new Edge(to, Condition.ALWAYS, "");
            }
            case Tree.Items items -> {
                report.error(
                        items.line(), name + " is a list", "Write what the customer says, or { when: …, about: … }");
                yield new Edge(to, Condition.ALWAYS, "");
            }
        };
    }

    private Optional<Outcome> outcome(Section section, String id) {
        return section.text("outcome").flatMap(label -> {
            Optional<Outcome> outcome = Arrays.stream(Outcome.values())
                    .filter(it -> it.label().equals(label))
                    .findFirst();
            if (outcome.isEmpty()) {
                report.error(
                        section.line("outcome"),
                        "state '" + id + "' has the outcome '" + label + "'",
                        Suggestion.remedy(label, List.of("sale", "lost")));
            }
            return outcome;
        });
    }

    private boolean digressionsForbidden(Section section, String id) {
        Optional<String> written = section.text("digressions");
        if (written.isPresent() && !written.get().equals("forbid")) {
            report.error(
                    section.line("digressions"),
                    "'digressions' of state '" + id + "' is '" + written.get() + "'",
                    "Write forbid or leave the key out");
        }
        return written.isPresent();
    }

    private void checkEnd(Section section, State state) {
        String name = "state '" + state.id() + "'";
        if (!section.flag("final")) {
            if (section.has("outcome")) {
                report.error(section.line("outcome"), name + " has an outcome but is not final", "Add final: true");
            } else if (!section.has("next")) {
                report.error(
                        section.line(),
                        name + " leads nowhere and is not final",
                        "Add next, or final: true with an outcome");
            }
            if (section.has("declined") && !state.pays()) {
                report.error(
                        section.line("declined"),
                        name + " has 'declined' but does not pay",
                        "Add pays: true or take it out");
            }
            return;
        }
        if (!section.has("outcome")) {
            report.error(section.line("final"), name + " is final without an outcome", "Add outcome: sale or lost");
        }
        for (String key :
                List.of("next", "collects", "invalid", "declined", "when", "confirms", "pays", "always-ask")) {
            if (section.has(key)) {
                report.error(
                        section.line(key),
                        name + " is final and has '" + key + "'",
                        "Take it out: nothing follows here");
            }
        }
    }
}
