/**
 * Understands what customers say as values of slots, and says such values back. Pure: everything follows from the
 * campaign, the words heard and the time given.
 */
@NullMarked
package io.parley.orderflow.slot;

import org.jspecify.annotations.NullMarked;
