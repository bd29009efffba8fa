/** The next-state policy: given the state, the states that may follow and the words, where does the conversation go. */
@NullMarked
package io.parley.intent;

import org.jspecify.annotations.NullMarked;
