/** Masks what must never leave the order flow in the clear. Used in serving and in training alike. */
@NullMarked
package io.parley.contracts.privacy;

import org.jspecify.annotations.NullMarked;
