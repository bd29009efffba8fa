package io.parley.contracts.order;

import java.math.BigDecimal;

/**
 * One line of an order.
 *
 * @param id the chosen option's id, or the fixed line's
 * @param say how people call it
 * @param quantity how many, at least 1
 * @param price of one, in the order's currency
 * @param amount price times quantity
 */
public record OrderLine(String id, String say, long quantity, BigDecimal price, BigDecimal amount) {}
