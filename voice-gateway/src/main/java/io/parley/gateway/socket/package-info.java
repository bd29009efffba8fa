/**
 * A conversation over a WebSocket: authenticate first, then turns in order. What one socket does or suffers stays with
 * it.
 */
@NullMarked
package io.parley.gateway.socket;

import org.jspecify.annotations.NullMarked;
