package io.parley.campaign;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the examples say all together: nothing here makes a campaign invalid. */
final class ExampleCheck {

    private final Campaign campaign;
    private final List<Example> examples;
    private final Report report;

    ExampleCheck(Campaign campaign, List<Example> examples, Report report) {
        this.campaign = campaign;
        this.examples = examples;
        this.report = report;
    }

    /** Examples against each other and against the flow. */
    void check() {
        checkContradictions(examples, report);
        if (!examples.isEmpty()) {
            checkCoverage();
        }
    }

    /** Held-out examples against each other and against those that are trained on. */
    void checkHeldOut(List<Example> heldOut, Report heldOutReport) {
        checkContradictions(heldOut, heldOutReport);
        Map<String, Integer> trained = new HashMap<>();
        examples.forEach(example -> trained.putIfAbsent(words(example), example.row()));
        Set<String> asked = campaign.facts().stream()
                .flatMap(fact -> fact.ask().stream())
                .map(FactsParser::normalised)
                .collect(Collectors.toSet());
        for (Example example : heldOut) {
            Integer row = trained.get(words(example));
            if (row != null) {
                heldOutReport.warning(
                        example.row(),
                        "'" + example.text() + "' stands in utterances.csv too, on line " + row,
                        "Say it in other words, or it proves nothing");
            } else if (asked.contains(words(example))) {
                heldOutReport.warning(
                        example.row(),
                        "'" + example.text() + "' stands in facts.yaml too",
                        "Say it in other words, or it proves nothing");
            }
        }
    }

    private static void checkContradictions(List<Example> examples, Report report) {
        Map<List<String>, Example> firsts = new HashMap<>();
        for (Example example : examples) {
            Example first = firsts.putIfAbsent(List.of(example.state(), words(example)), example);
            if (first == null) {
                continue;
            }
            if (!first.next().equals(example.next())) {
                report.warning(
                        example.row(),
                        "'" + example.text() + "' in '" + example.state() + "' leads to '" + example.next()
                                + "', but to '" + first.next() + "' on line " + first.row(),
                        "Decide for one of them");
            } else if (first.fact().isPresent()
                    && example.fact().isPresent()
                    && !first.fact().equals(example.fact())) {
                report.warning(
                        example.row(),
                        "'" + example.text() + "' is answered by '"
                                + example.fact().get() + "', but by '"
                                + first.fact().get() + "' on line " + first.row(),
                        "Decide for one of them");
            }
        }
    }

    private void checkCoverage() {
        Map<String, Set<String>> taken = new HashMap<>();
        for (Example example : examples) {
            taken.computeIfAbsent(example.state(), key -> new HashSet<>()).add(example.next());
        }
        for (State state : campaign.states().values()) {
            if (state.isFinal()) {
                continue;
            }
            Set<String> next = taken.getOrDefault(state.id(), Set.of());
            if (next.isEmpty()) {
                report.warning(
                        0,
                        "nothing is said in state '" + state.id() + "'",
                        "Write what customers say there, at least ten rows for each way on");
                continue;
            }
            state.next().stream()
                    .filter(edge -> !next.contains(edge.to()) && !isDecidedByCondition(state, edge, next))
                    .forEach(edge -> report.warning(
                            0,
                            "nothing said in state '" + state.id() + "' leads to '" + edge.to() + "'",
                            "Write at least ten rows with that label"));
        }
    }

    /** Among ways forward the machine decides by their conditions: one with examples is enough for all of them. */
    private boolean isDecidedByCondition(State state, Edge edge, Set<String> next) {
        return edge.when().isConditional()
                && state.next().stream()
                        .anyMatch(other -> next.contains(other.to())
                                && campaign.states().containsKey(other.to())
                                && !campaign.isLost(other.to()));
    }

    private static String words(Example example) {
        return FactsParser.normalised(example.text().value());
    }
}
