/** Broken flows, by which operators see what their conversation tests are worth. */
@NullMarked
package io.parley.gateway.mutation;

import org.jspecify.annotations.NullMarked;
