package io.parley.campaign;

import io.parley.contracts.fact.FactContent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A prepared statement.
 *
 * @param ask questions it answers, or doubts it lays to rest
 * @param answer what is told
 * @param pitches what may be added to sell, one at a time
 * @param states where it fits best; empty means anywhere
 */
public record Fact(String id, Kind kind, List<String> ask, String answer, List<Pitch> pitches, List<String> states) {

    /** What it replies to. */
    public enum Kind {
        QUESTION,
        HESITATION;

        /** As it stands in files and on topics: {@code question}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Fact {
        ask = List.copyOf(ask);
        pitches = List.copyOf(pitches);
        states = List.copyOf(states);
    }

    /**
     * The fact out of a message. That it fits the campaign was seen to when it was written.
     *
     * @throws IllegalArgumentException if its kind is unknown
     */
    public static Fact of(FactContent content) {
        Kind kind = Arrays.stream(Kind.values())
                .filter(known -> known.label().equals(content.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "fact " + content.id() + " is of a kind '" + content.kind() + "' that does not exist"));
        return new Fact(
                content.id(),
                kind,
                content.ask(),
                content.answer(),
                content.pitches().stream().map(Pitch::of).toList(),
                content.states());
    }

    /** The fact for a message. */
    public FactContent content() {
        return new FactContent(
                id,
                kind.label(),
                ask,
                answer,
                pitches.stream().map(Pitch::content).toList(),
                states);
    }
}
