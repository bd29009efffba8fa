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
 * @param now in the campaign's timezone
 */
public record Heard(
        String text, List<String> wanted, Map<String, List<String>> known, boolean correcting, ZonedDateTime now) {

    public Heard {
        wanted = List.copyOf(wanted);
        known = Map.copyOf(known);
    }
}
