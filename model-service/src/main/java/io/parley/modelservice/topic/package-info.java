/** Compacted topics that every instance reads from the beginning. */
@NullMarked
package io.parley.modelservice.topic;

import org.jspecify.annotations.NullMarked;
