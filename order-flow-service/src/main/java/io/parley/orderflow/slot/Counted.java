package io.parley.orderflow.slot;

import io.parley.campaign.SlotType;
import java.math.BigDecimal;

/**
 * A number that was said.
 *
 * @param from its first word
 * @param to after its last word
 * @param unit whether a word follows that tells what is counted
 * @param money whether it is an amount of money
 */
record Counted(int from, int to, BigDecimal value, boolean unit, boolean money) {

    Mention mention() {
        return Mention.of(from, to, value.stripTrailingZeros().toPlainString());
    }

    Counted counting(boolean counted) {
        return new Counted(from, to, value, counted, money);
    }

    boolean fits(SlotType type) {
        return type == SlotType.INTEGER ? !money && value.stripTrailingZeros().scale() <= 0 : true;
    }
}
