/** The conversation: one turn after the other, from greeting to order. */
@NullMarked
package io.parley.orderflow;

import org.jspecify.annotations.NullMarked;
