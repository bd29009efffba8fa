/** Operators who hear calls while they are up. */
@NullMarked
package io.parley.gateway.call.listening;

import org.jspecify.annotations.NullMarked;
