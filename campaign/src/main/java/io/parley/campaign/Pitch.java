package io.parley.campaign;

import io.parley.contracts.fact.PitchContent;
import java.util.Collection;
import java.util.List;

/**
 * A sentence that is added to an answer to sell.
 *
 * @param say a template
 * @param states the only states it is used in; empty means all
 * @param slots must all be known before it is used
 */
public record Pitch(String say, List<String> states, List<String> slots) {

    public Pitch {
        states = List.copyOf(states);
        slots = List.copyOf(slots);
    }

    /** One that fits wherever its variables are known. */
    public static Pitch anywhere(String say) {
        return new Pitch(say, List.of(), List.of());
    }

    static Pitch of(PitchContent content) {
        return new Pitch(content.say(), content.states(), content.slots());
    }

    PitchContent content() {
        return new PitchContent(say, states, slots);
    }

    /**
     * Twelve hexadecimal digits that name its text: the same text is the same pitch wherever in the campaign it stands, and
     * stays it when others come and go.
     */
    public String id() {
        return ContentHash.of(say);
    }

    /** Whether it may be used in that state while these slots are known. */
    public boolean fits(String state, Collection<String> known) {
        return (states.isEmpty() || states.contains(state)) && known.containsAll(slots);
    }
}
