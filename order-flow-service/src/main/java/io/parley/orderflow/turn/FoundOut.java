package io.parley.orderflow.turn;

import io.parley.campaign.Campaign;
import io.parley.campaign.Slot;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.orderflow.slot.Extraction;
import io.parley.orderflow.slot.Heard;
import io.parley.orderflow.slot.SlotExtractor;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a person found out for the customer, read as if the customer had said it. */
final class FoundOut {

    private FoundOut() {}

    /**
     * @param told words by slot
     * @return canonical values by slot
     * @throws FaultException {@link Fault#SLOT_VALUE_INVALID} with every slot that cannot have what it was told
     */
    static Map<String, List<String>> read(Scene scene, Map<String, String> told) {
        Campaign campaign = scene.campaign();
        ZonedDateTime now = scene.now().atZone(campaign.timezone());
        Map<String, List<String>> known = new HashMap<>(scene.slots());
        Map<String, List<String>> found = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        new TreeMap<>(told).forEach((name, words) -> {
            Slot slot = campaign.slots().get(name);
            if (slot == null) {
                problems.add("'" + name + "' is no slot; there are "
                        + String.join(", ", campaign.slots().keySet()));
            } else if (slot.keepNever()) {
                problems.add("'" + name + "' is never kept: only the customer gives it, to the bot");
            } else {
                Extraction heard = SlotExtractor.extract(campaign, new Heard(words, List.of(name), known, true, now));
                List<String> values = heard.values().get(name);
                if (values == null) {
                    problems.add("'" + name + "' cannot be read from its words: "
                            + heard.invalid()
                                    .getOrDefault(
                                            name,
                                            "nothing of type " + slot.type().label() + " is in them"));
                } else {
                    found.put(name, values);
                    known.put(name, values);
                }
            }
        });
        if (!problems.isEmpty()) {
            throw new FaultException(
                    Fault.SLOT_VALUE_INVALID,
                    "Nothing was changed; put right what is listed, or leave it out.",
                    problems);
        }
        return found;
    }
}
