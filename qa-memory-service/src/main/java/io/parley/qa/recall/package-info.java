/**
 * Answers: which prepared statement fits a text. Turns facts and texts into what the network reads, and what it says into
 * calibrated probabilities.
 */
@NullMarked
package io.parley.qa.recall;

import org.jspecify.annotations.NullMarked;
