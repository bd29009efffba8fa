package io.parley.gateway.fact;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact as an operator writes it, for the OpenAPI document: what it takes is what {@code facts.yaml} takes, and the order
 * flow reads it.
 *
 * @param id that of the address; may be left out
 * @param ask how customers put it
 * @param answer what they are told
 * @param pitch a sentence that is added to sell
 * @param pitches several of these instead; each a text, or say with states and slots
 * @param states where it fits best
 */
@Schema(name = "Fact")
record FactOrder(
        @Nullable String id,

        @Schema(allowableValues = {"question", "hesitation"})
        String kind,

        List<String> ask,
        String answer,
        @Nullable String pitch,
        @Nullable List<Pitch> pitches,
        @Nullable List<String> states) {

    /**
     * A pitch.
     *
     * @param say the sentence
     * @param states the only states it is said in
     * @param slots must be known before it is said
     */
    @Schema(name = "Pitch")
    record Pitch(
            String say,
            @Nullable List<String> states,
            @Nullable List<String> slots) {}
}
