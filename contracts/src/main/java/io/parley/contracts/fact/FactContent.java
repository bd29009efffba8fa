package io.parley.contracts.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A fact as {@code facts.yaml} writes it. Lists that are empty are left out of its JSON, as they are in the file.
 *
 * @param id the fact's id, unique in its campaign
 * @param kind {@code question} or {@code hesitation}
 * @param ask how customers put it
 * @param answer what they are told; may have variables
 * @param pitches what may be added to sell, one at a time
 * @param states where it fits best; empty for anywhere
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FactContent(
        String id, String kind, List<String> ask, String answer, List<PitchContent> pitches, List<String> states) {

    public FactContent {
        ask = List.copyOf(ask);
        pitches = pitches == null ? List.of() : List.copyOf(pitches);
        states = states == null ? List.of() : List.copyOf(states);
    }
}
