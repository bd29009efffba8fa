/**
 * Telephone calls, whichever way they come in: a leg brings the caller's sound and takes ours, the switchboard leads the
 * conversation over it. What the legs are is told by the packages below and beside this one.
 */
@NullMarked
package io.parley.gateway.call;

import org.jspecify.annotations.NullMarked;
