/** A family of models that learns in no time: what tests of the library train, serve and score. */
@NullMarked
package io.parley.modelservice.parrot;

import org.jspecify.annotations.NullMarked;
