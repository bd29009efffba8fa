/** Versions of campaigns: sent or edited by operators, checked, published for new conversations, rolled back. */
@NullMarked
package io.parley.orderflow.version;

import org.jspecify.annotations.NullMarked;
