/** What operators are told of turns that were taken: what was said, why, and whether it would be said again. */
@NullMarked
package io.parley.contracts.replay;

import org.jspecify.annotations.NullMarked;
