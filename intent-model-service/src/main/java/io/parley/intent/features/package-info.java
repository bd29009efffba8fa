/** What the network sees of a situation: states as matrices, words and n-grams, frozen encodings. */
@NullMarked
package io.parley.intent.features;

import org.jspecify.annotations.NullMarked;
