/** Facts that operators change while their campaign is sold. */
@NullMarked
package io.parley.gateway.fact;

import org.jspecify.annotations.NullMarked;
