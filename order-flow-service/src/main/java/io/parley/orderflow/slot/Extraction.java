package io.parley.orderflow.slot;

import io.parley.campaign.Slot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an utterance says about slots.
 *
 * @param values canonical and acceptable, by slot. A wanted optional slot that the customer declines has the single
 *     value {@link #NONE}, and so has a list whose last option is taken away. A list that changes is given whole.
 * @param invalid why something of the right type was not acceptable, by slot: {@code past}, {@code too-low},
 *     {@code too-high}, {@code not-an-option}, {@code bad-checksum}, {@code malformed} or {@code ambiguous}
 * @param between by ambiguous slot, the two options that the words fit alike, where it is just two
 */
public record Extraction(
        Map<String, List<String>> values, Map<String, String> invalid, Map<String, List<String>> between) {

    /** The value of an optional slot that was asked for and declined. */
    public static final String NONE = Slot.NONE;

    static final Extraction NOTHING = new Extraction(Map.of(), Map.of());

    public Extraction {
        values = Map.copyOf(values);
        invalid = Map.copyOf(invalid);
        between = Map.copyOf(between);
    }

    /** Where no words fit two options. */
    public Extraction(Map<String, List<String>> values, Map<String, String> invalid) {
        this(values, invalid, Map.of());
    }

    /** Whether the words say nothing about any slot. */
    public boolean saysNothing() {
        return equals(NOTHING);
    }

    /** The same with one value more, of which there is no doubt any longer. */
    public Extraction with(String slot, String value) {
        Map<String, List<String>> filled = new HashMap<>(values);
        Map<String, String> stillInvalid = new HashMap<>(invalid);
        Map<String, List<String>> stillOpen = new HashMap<>(between);
        filled.put(slot, List.of(value));
        stillInvalid.remove(slot);
        stillOpen.remove(slot);
        return new Extraction(filled, stillInvalid, stillOpen);
    }

    /** The same as if nothing had been said about the slot. */
    public Extraction without(String slot) {
        Map<String, List<String>> filled = new HashMap<>(values);
        filled.remove(slot);
        return new Extraction(filled, invalid, between);
    }
}
