/** Two versions on the same rows. Tells whether what sets them apart is more than chance. */
@NullMarked
package io.parley.modelservice.comparison;

import org.jspecify.annotations.NullMarked;
