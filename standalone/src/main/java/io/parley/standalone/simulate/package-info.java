/** Simulated customers from the command line. */
@NullMarked
package io.parley.standalone.simulate;

import org.jspecify.annotations.NullMarked;
