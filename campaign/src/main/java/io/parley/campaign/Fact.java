package io.parley.campaign;

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
}
