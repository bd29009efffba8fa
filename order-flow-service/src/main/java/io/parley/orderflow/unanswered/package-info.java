/** Questions that no fact answered: kept for operators until they are dealt with, then forgotten. */
@NullMarked
package io.parley.orderflow.unanswered;

import org.jspecify.annotations.NullMarked;
