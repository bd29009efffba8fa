/** Recorded turns, for operators: played again and compared, and explained. Nothing here changes anything. */
@NullMarked
package io.parley.orderflow.replay;

import org.jspecify.annotations.NullMarked;
