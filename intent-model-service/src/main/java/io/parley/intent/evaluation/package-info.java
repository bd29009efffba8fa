/** How good a model is on labelled rows, and what it owes to the state. */
@NullMarked
package io.parley.intent.evaluation;

import org.jspecify.annotations.NullMarked;
