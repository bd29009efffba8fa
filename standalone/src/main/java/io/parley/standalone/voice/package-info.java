/** Hearing and speaking from the command line, without starting anything. */
@NullMarked
package io.parley.standalone.voice;

import org.jspecify.annotations.NullMarked;
