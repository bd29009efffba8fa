package io.parley.campaign;

import io.parley.contracts.ReservedState;
import io.parley.contracts.chat.Coverage.Part;
import io.parley.contracts.chat.Coverage.Touched;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the rows of {@code utterances.csv} touch. */
final class TrainingCoverage {

    private static final String BASIS =
            "the column state of utterances.csv, or where a session has come to; its labels, which also name the way they"
                    + " skip along; its facts. A row with the label other, or with its own state, trains no-match there";

    private TrainingCoverage() {}

    static Part of(Campaign campaign, List<Example> examples) {
        Set<String> states = examples.stream().map(Example::state).collect(Collectors.toSet());
        Set<String> transitions = examples.stream()
                .map(example -> transition(example.state(), example.next()))
                .collect(Collectors.toSet());
        Predicate<Example> leadsNowhere = example ->
                example.next().equals(example.state()) || example.next().equals(ReservedState.OTHER.label());
        Set<String> ladders = examples.stream()
                .filter(leadsNowhere)
                .map(example -> ladder("no-match", example.state()))
                .collect(Collectors.toSet());
        Set<String> facts =
                examples.stream().flatMap(example -> example.fact().stream()).collect(Collectors.toSet());
        List<String> open = open(campaign);
        return new Part(
                BASIS,
                Touched.of(open, states),
                Touched.of(transitions(campaign), transitions),
                Touched.of(open.stream().map(state -> ladder("no-match", state)).toList(), ladders),
                new Touched(0, List.of()),
                Touched.of(facts(campaign), facts));
    }

    static String transition(String from, String to) {
        return from + " -> " + to;
    }

    static String ladder(String reply, String state) {
        return reply + " in " + state;
    }

    static Set<String> transitions(Campaign campaign) {
        return campaign.states().values().stream()
                .flatMap(state -> state.next().stream().map(edge -> transition(state.id(), edge.to())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static List<String> facts(Campaign campaign) {
        return campaign.facts().stream().map(Fact::id).toList();
    }

    /** The states in which anything can be said. */
    static List<String> open(Campaign campaign) {
        return campaign.states().values().stream()
                .filter(state -> !state.isFinal())
                .map(State::id)
                .toList();
    }
}
