/** A completed order, as the world outside hears of it. */
@NullMarked
package io.parley.contracts.order;

import org.jspecify.annotations.NullMarked;
