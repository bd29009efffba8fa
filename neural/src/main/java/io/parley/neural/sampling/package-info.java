/** Taking some of many. */
@NullMarked
package io.parley.neural.sampling;

import org.jspecify.annotations.NullMarked;
