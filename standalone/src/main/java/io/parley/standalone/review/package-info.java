/** Label review on the command line: what is worth a look, what it means, and the rows that come of it. */
@NullMarked
package io.parley.standalone.review;

import org.jspecify.annotations.NullMarked;
