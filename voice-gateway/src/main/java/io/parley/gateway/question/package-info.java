/**
 * Questions that no fact answered, for operators: read from the order flow, grouped by the memory.
 */
@NullMarked
package io.parley.gateway.question;

import org.jspecify.annotations.NullMarked;
