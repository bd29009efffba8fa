/**
 * Calls that a telephony provider streams over a WebSocket: JSON frames with the caller's sound as base64 µ-law at 8 kHz,
 * keys, marks. Each socket is one leg.
 */
@NullMarked
package io.parley.gateway.call.stream;

import org.jspecify.annotations.NullMarked;
