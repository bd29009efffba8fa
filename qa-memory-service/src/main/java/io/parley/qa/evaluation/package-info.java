/** How good a memory is on labelled texts, from the command line too. */
@NullMarked
package io.parley.qa.evaluation;

import org.jspecify.annotations.NullMarked;
