/** The few things that can be answered where only a certain kind of answer is expected. */
@NullMarked
package io.parley.speech.grammar;

import org.jspecify.annotations.NullMarked;
