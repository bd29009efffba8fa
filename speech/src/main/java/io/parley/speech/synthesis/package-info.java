/** Text becomes sound. One interface, whatever engine speaks. */
@NullMarked
package io.parley.speech.synthesis;

import org.jspecify.annotations.NullMarked;
