/** What pitches are worth: which were said where, how these conversations ended, and which to say next. */
@NullMarked
package io.parley.orderflow.pitch;

import org.jspecify.annotations.NullMarked;
