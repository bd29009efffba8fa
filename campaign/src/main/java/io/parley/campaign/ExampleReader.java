package io.parley.campaign;

import io.parley.contracts.ReservedState;
import io.parley.contracts.privacy.MaskedText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a table of examples, {@code session,text,label[,state][,fact]}, against a campaign. */
public final class ExampleReader {

    private static final List<String> REQUIRED = List.of("session", "text", "label");
    private static final List<String> OPTIONAL = List.of("state", "fact");

    /** No customer says more at once, in characters. */
    private static final int LONGEST_TEXT = 2_000;

    private final Campaign campaign;
    private final boolean allFactsKnown;
    private final FlowGraph graph;
    private final Report report;
    private final Map<String, SessionPath> sessions = new HashMap<>();

    private ExampleReader(Campaign campaign, boolean allFactsKnown, Report report) {
        this.campaign = campaign;
        this.allFactsKnown = allFactsKnown;
        this.graph = new FlowGraph(campaign);
        this.report = report;
    }

    /** Reads a file; a missing one is a problem like any other. */
    public static ExampleReading read(Campaign campaign, Path file) {
        Report report = new Report(String.valueOf(file.getFileName()));
        List<Example> examples = read(campaign, true, file, report);
        return new ExampleReading(examples, report.problems());
    }

    /**
     * Reads what was uploaded.
     *
     * @param name how the file is called in problems
     */
    public static ExampleReading read(Campaign campaign, String name, byte[] content) {
        Report report = new Report(name);
        List<Example> examples = SourceText.decode(content, SourceText.CSV_LIMIT, report)
                .map(text -> new ExampleReader(campaign, true, report).examples(text))
                .orElse(List.of());
        return new ExampleReading(examples, report.problems());
    }

    /**
     * @param allFactsKnown whether a fact that the campaign has not is a mistake of this file
     */
    static List<Example> read(Campaign campaign, boolean allFactsKnown, Path file, Report report) {
        return SourceText.read(file, SourceText.CSV_LIMIT, report)
                .map(text -> new ExampleReader(campaign, allFactsKnown, report).examples(text))
                .orElse(List.of());
    }

    private List<Example> examples(String text) {
        List<Example> examples = new ArrayList<>();
        CsvTable.read(text, REQUIRED, OPTIONAL, report).ifPresent(table -> {
            if (table.rows().isEmpty()) {
                report.error(0, "has no rows under its header", "Write what customers say");
            }
            for (CsvTable.Row row : table.rows()) {
                example(table, row).ifPresent(examples::add);
            }
        });
        return examples;
    }

    private Optional<Example> example(CsvTable table, CsvTable.Row row) {
        int line = row.line();
        if (row.cells().size() > table.columns().size()) {
            report.error(
                    line,
                    "the row has " + row.cells().size() + " columns, the header "
                            + table.columns().size(),
                    "Put a text with a comma in quotes");
            return Optional.empty();
        }
        String session = table.cell(row, "session");
        String label = table.cell(row, "label");
        if (session.isEmpty()) {
            report.error(line, "the session is empty", "Give all rows of one conversation the same name");
            return Optional.empty();
        }
        SessionPath path = sessions.computeIfAbsent(session, key -> new SessionPath(campaign.start()));
        Optional<String> state = state(table.cell(row, "state"), path, session, line);
        Optional<String> text = text(table.cell(row, "text"), line);
        Optional<String> fact =
                table.cell(row, "fact").isEmpty() ? Optional.empty() : fact(table.cell(row, "fact"), label, line);
        if (state.isEmpty()) {
            checkLabel(label, line);
            path.follow(label, campaign);
            return Optional.empty();
        }
        Optional<String> next = checkLabel(label, line) ? next(state.get(), label, line) : Optional.empty();
        path.at(state.get());
        path.follow(label, campaign);
        return next.flatMap(
                to -> text.map(said -> new Example(line, session, state.get(), new MaskedText(said), label, to, fact)));
    }

    private Optional<String> text(String text, int line) {
        if (text.isEmpty()) {
            report.error(line, "the text is empty", "Write what the customer says");
            return Optional.empty();
        }
        if (text.length() > LONGEST_TEXT) {
            report.error(
                    line,
                    "the text has " + text.length() + " characters",
                    "Nobody can say more than " + LONGEST_TEXT + " at once; look for a missing quote");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** The state a row was said in: as written, or where the session has come to. */
    private Optional<String> state(String written, SessionPath path, String session, int line) {
        if (written.isEmpty()) {
            Optional<String> current = path.current();
            if (current.filter(this::isFinal).isPresent()) {
                report.error(
                        line,
                        "the session '" + session + "' has ended before in '" + current.get() + "'",
                        "Give the row another session, or a state");
                return Optional.empty();
            }
            return current.filter(campaign.states()::containsKey);
        }
        if (!campaign.states().containsKey(written)) {
            report.error(
                    line,
                    "there is no state '" + written + "'",
                    Suggestion.remedy(written, campaign.states().keySet()));
            return Optional.empty();
        }
        if (isFinal(written)) {
            report.error(line, "nobody says anything in the final state '" + written + "'", "Name the state before");
            return Optional.empty();
        }
        return Optional.of(written);
    }

    private boolean isFinal(String state) {
        return Optional.ofNullable(campaign.states().get(state))
                .filter(State::isFinal)
                .isPresent();
    }

    private Optional<String> fact(String id, String label, int line) {
        if (campaign.fact(id).isEmpty() && allFactsKnown) {
            report.error(
                    line,
                    "there is no fact '" + id + "'",
                    Suggestion.remedy(
                            id, campaign.facts().stream().map(Fact::id).toList()));
            return Optional.empty();
        }
        if (!label.equals(ReservedState.QUESTION.label()) && !label.equals(ReservedState.HESITATION.label())) {
            report.error(
                    line,
                    "a fact stands beside the label '" + label + "'",
                    "Only a question or a hesitation has a fact; empty the column or change the label");
            return Optional.empty();
        }
        return Optional.of(id);
    }

    private boolean checkLabel(String label, int line) {
        if (label.isEmpty()) {
            report.error(line, "the label is empty", "Write the correct next state");
            return false;
        }
        if (ReservedState.of(label).isPresent() || campaign.states().containsKey(label)) {
            return true;
        }
        List<String> known = new ArrayList<>(campaign.states().keySet());
        known.addAll(ReservedState.labels());
        report.error(line, "there is no state '" + label + "' to go to", Suggestion.remedy(label, known));
        return false;
    }

    /** What the network learns: the label, or the direct successor that leads to it. */
    private Optional<String> next(String state, String label, int line) {
        boolean direct = label.equals(state)
                || ReservedState.of(label).isPresent()
                || campaign.state(state).next().stream()
                        .anyMatch(edge -> edge.to().equals(label));
        if (direct) {
            return Optional.of(label);
        }
        Set<String> ways = campaign.isLost(label) ? Set.of() : graph.waysPassingOver(state, label);
        if (ways.size() == 1) {
            return Optional.of(ways.iterator().next());
        }
        if (ways.isEmpty()) {
            report.error(
                    line,
                    "no way leads from '" + state + "' to '" + label + "'",
                    "Label it with one of " + String.join(", ", successors(state))
                            + ", a reserved label, or the state itself; or give the row its right state");
        } else {
            report.error(
                    line,
                    "several ways lead from '" + state + "' to '" + label + "'",
                    "Label it with the next state on the way: " + String.join(" or ", ways));
        }
        return Optional.empty();
    }

    private List<String> successors(String state) {
        return graph.edges(state).stream().map(Edge::to).toList();
    }
}
