/** Calls that a colleague owes a customer. */
@NullMarked
package io.parley.orderflow.callback;

import org.jspecify.annotations.NullMarked;
