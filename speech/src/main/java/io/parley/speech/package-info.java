/** Sound as everything here takes and gives it. What is said in it, says and hears other packages. */
@NullMarked
package io.parley.speech;

import org.jspecify.annotations.NullMarked;
