/** Turns that were taken, on the command line: played again and compared, and explained. */
@NullMarked
package io.parley.standalone.replay;

import org.jspecify.annotations.NullMarked;
