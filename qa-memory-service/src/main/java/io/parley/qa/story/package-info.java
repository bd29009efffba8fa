/** Answers about stories whose answer is a word: what shows that the network is a dynamic memory network. */
@NullMarked
package io.parley.qa.story;

import org.jspecify.annotations.NullMarked;
