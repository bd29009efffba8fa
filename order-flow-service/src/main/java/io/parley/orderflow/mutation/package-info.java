/** Breaks a campaign's flow on purpose, one place at a time, and tells which breaks its conversation tests do not notice. */
@NullMarked
package io.parley.orderflow.mutation;

import org.jspecify.annotations.NullMarked;
