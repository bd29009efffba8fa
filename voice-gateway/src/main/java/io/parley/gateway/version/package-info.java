/** Versions of campaigns: sent, checked, published and rolled back by operators. */
@NullMarked
package io.parley.gateway.version;

import org.jspecify.annotations.NullMarked;
