/** Utterances that are worth a look, as operators see them: labelled, they become rows to learn from. */
@NullMarked
package io.parley.contracts.review;

import org.jspecify.annotations.NullMarked;
