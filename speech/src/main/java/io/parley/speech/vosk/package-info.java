/** The recogniser for real callers: Vosk, with a model that is fetched once. */
@NullMarked
package io.parley.speech.vosk;

import org.jspecify.annotations.NullMarked;
