/** Turns that are worth a look: queued by what labelling them would teach, and exported as rows to learn from. */
@NullMarked
package io.parley.orderflow.review;

import org.jspecify.annotations.NullMarked;
