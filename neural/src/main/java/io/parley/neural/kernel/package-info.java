/** Arithmetic in vectors, whose results do not depend on how wide the machine's vectors are. */
@NullMarked
package io.parley.neural.kernel;

import org.jspecify.annotations.NullMarked;
