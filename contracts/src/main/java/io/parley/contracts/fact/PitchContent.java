package io.parley.contracts.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A pitch as {@code facts.yaml} writes it.
 *
 * @param say the sentence; may have variables
 * @param states the only states it is said in; empty for all
 * @param slots must all be known before it is said
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PitchContent(String say, List<String> states, List<String> slots) {

    public PitchContent {
        states = states == null ? List.of() : List.copyOf(states);
        slots = slots == null ? List.of() : List.copyOf(slots);
    }
}
