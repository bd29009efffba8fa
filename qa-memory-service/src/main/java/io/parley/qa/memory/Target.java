package io.parley.qa.memory;

import org.jspecify.annotations.Nullable;

/**
 * What the network should have said.
 *
 * @param fact the row of the right fact, or {@link #NONE} if no fact fits
 * @param hesitates whether the customer hesitates; null where nobody labelled it
 */
record Target(int fact, @Nullable Boolean hesitates) {

    /** No fact fits. */
    static final int NONE = -1;
}
