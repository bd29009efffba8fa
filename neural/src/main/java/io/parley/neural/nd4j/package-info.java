/** Sets ND4J up so that the same training gives the same bytes. */
@NullMarked
package io.parley.neural.nd4j;

import org.jspecify.annotations.NullMarked;
