/** How well a recogniser hears, counted on sound of which is known what was said. */
@NullMarked
package io.parley.speech.evaluation;

import org.jspecify.annotations.NullMarked;
