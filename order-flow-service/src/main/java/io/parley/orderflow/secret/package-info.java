/** Keeps what must never lie anywhere in the clear: values that are used once and then forgotten. */
@NullMarked
package io.parley.orderflow.secret;

import org.jspecify.annotations.NullMarked;
