/** Deliberately wrong; rules of architecture must catch it. */
@NullMarked
package io.parley.gateway.wrong;

import org.jspecify.annotations.NullMarked;
