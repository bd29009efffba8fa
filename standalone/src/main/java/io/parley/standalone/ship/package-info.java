/** Tries a candidate on conversations that were had, and puts it to use if it did well. */
@NullMarked
package io.parley.standalone.ship;

import org.jspecify.annotations.NullMarked;
