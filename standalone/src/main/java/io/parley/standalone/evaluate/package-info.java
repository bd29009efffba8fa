/** {@code parley evaluate}: trains on files and scores on others, without any service. */
@NullMarked
package io.parley.standalone.evaluate;

import org.jspecify.annotations.NullMarked;
