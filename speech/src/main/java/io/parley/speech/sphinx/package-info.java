/** The embedded recogniser: Sphinx4 over an acoustic model from a Maven artifact, put together without its own configuration files. */
@NullMarked
package io.parley.speech.sphinx;

import org.jspecify.annotations.NullMarked;
