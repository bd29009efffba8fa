package io.parley.qa.recall;

import io.parley.campaign.Fact;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * A fact with everything it was ever asked by.
 *
 * @param id the fact's id
 * @param kind whether it answers a question or lays a hesitation to rest
 * @param askings the campaign's own and those of labelled utterances, each once; may be empty
 * @param answer what is told
 * @param states where it fits best; empty means anywhere
 */
public record KnownFact(String id, Fact.Kind kind, List<String> askings, String answer, List<String> states) {

    private static final int LONGEST_GIST = 400;

    public KnownFact {
        askings = List.copyOf(new LinkedHashSet<>(askings));
        states = List.copyOf(states);
    }

    /** The beginning of the answer, as much as is compared with questions: long answers wander off. */
    String gist() {
        if (answer.length() <= LONGEST_GIST) {
            return answer;
        }
        int end = answer.lastIndexOf(' ', LONGEST_GIST);
        return answer.substring(0, end > 0 ? end : LONGEST_GIST);
    }

    /** What it is found by. */
    Stream<String> texts() {
        return Stream.concat(askings.stream(), Stream.of(gist()));
    }

    /** A fact as the campaign writes it, with further wordings it was asked by. */
    public static KnownFact of(Fact fact, List<String> furtherAskings) {
        LinkedHashSet<String> askings = new LinkedHashSet<>(fact.ask());
        askings.addAll(furtherAskings);
        return new KnownFact(fact.id(), fact.kind(), List.copyOf(askings), fact.answer(), fact.states());
    }
}
