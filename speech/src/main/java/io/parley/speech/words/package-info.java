/** What is written as people say it: numbers, money, dates, addresses. Synthesis reads it, and language models learn from it. */
@NullMarked
package io.parley.speech.words;

import org.jspecify.annotations.NullMarked;
