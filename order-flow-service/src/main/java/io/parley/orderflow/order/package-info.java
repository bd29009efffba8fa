/** What was bought: prices, payment, and the order that is in the database before the customer hears of it. */
@NullMarked
package io.parley.orderflow.order;

import org.jspecify.annotations.NullMarked;
