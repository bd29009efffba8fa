/** What words are likely, and how they sound: n-gram models made from a vocabulary's sentences, and a lexicon. */
@NullMarked
package io.parley.speech.language;

import org.jspecify.annotations.NullMarked;
