package io.parley.campaign;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** Part of an order's price. */
public sealed interface PriceLine {

    /** The slot whose number it is multiplied by. */
    Optional<String> per();

    /** It counts only while this holds. */
    Condition when();

    /** The slots without which it cannot be priced: its multiplier, and the choice unless that may be left out. */
    default Stream<String> needs(Campaign campaign) {
        Stream<String> choice = switch (this) {
            case OfChoice item ->
                Stream.of(item.slot()).filter(slot -> campaign.slot(slot).required());
            case Fixed fixed -> Stream.empty();
        };
        return Stream.concat(per().stream(), choice);
    }

    /**
     * The price of the chosen option or options.
     *
     * @param slot the choice
     */
    record OfChoice(String slot, Optional<String> per, Condition when) implements PriceLine {}

    /**
     * A fixed amount.
     *
     * @param id by which templates name it
     * @param say how people call it
     * @param amount of one, in the campaign's currency
     */
    record Fixed(String id, String say, BigDecimal amount, Optional<String> per, Condition when) implements PriceLine {}
}
