package io.parley.orderflow.slot;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/**
 * One utterance and what is needed to understand it.
 *
 * @param text as the customer said it, unmasked
 * @param wanted names of the slots that the current state collects, in order
 * @param known canonical values said so far, by slot
 * @param correcting whether the customer changes something said before, so that known slots may be overwritten
 * @param insisting whether it was said before in the same words, so that what it changed then was not what was meant
 * @param now in the campaign's timezone
 */
public record Heard(
        String text,
        List<String> wanted,
        Map<String, List<String>> known,
        boolean correcting,
        boolean insisting,
        ZonedDateTime now) {

    public Heard {
        wanted = List.copyOf(wanted);
        known = Map.copyOf(known);
    }

    /** Said for the first time. */
    public Heard(
            String text, List<String> wanted, Map<String, List<String>> known, boolean correcting, ZonedDateTime now) {
        this(text, wanted, known, correcting, false, now);
    }
}
