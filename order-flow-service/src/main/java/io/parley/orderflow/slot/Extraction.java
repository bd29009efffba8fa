package io.parley.orderflow.slot;

import io.parley.campaign.Slot;
import java.util.List;
import java.util.Map;

/**
 * What an utterance says about slots.
 *
 * @param values canonical and acceptable, by slot. A wanted optional slot that the customer declines has the single
 *     value {@link #NONE}, and so has a list whose last option is taken away. A list that changes is given whole.
 * @param invalid why something of the right type was not acceptable, by slot: {@code past}, {@code too-low},
 *     {@code too-high}, {@code not-an-option}, {@code bad-checksum}, {@code malformed} or {@code ambiguous}
 */
public record Extraction(Map<String, List<String>> values, Map<String, String> invalid) {

    /** The value of an optional slot that was asked for and declined. */
    public static final String NONE = Slot.NONE;

    static final Extraction NOTHING = new Extraction(Map.of(), Map.of());

    public Extraction {
        values = Map.copyOf(values);
        invalid = Map.copyOf(invalid);
    }
}
