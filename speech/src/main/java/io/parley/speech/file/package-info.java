/** Sound in WAV files. */
@NullMarked
package io.parley.speech.file;

import org.jspecify.annotations.NullMarked;
