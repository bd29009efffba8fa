/** What is heard becomes text. One interface, whatever engine listens. */
@NullMarked
package io.parley.speech.recognition;

import org.jspecify.annotations.NullMarked;
