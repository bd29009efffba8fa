/** Trials of candidates on conversations that were had, and the gate that keeps out those that did badly. */
@NullMarked
package io.parley.gateway.candidate;

import org.jspecify.annotations.NullMarked;
