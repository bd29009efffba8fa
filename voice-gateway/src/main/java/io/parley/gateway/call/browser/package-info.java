/**
 * Calls from a browser: a WebSocket with the conversation's token, sound in both directions as binary frames of linear
 * 16-bit samples at 16 kHz, little-endian, and JSON for what there is to see. Each socket is one leg.
 */
@NullMarked
package io.parley.gateway.call.browser;

import org.jspecify.annotations.NullMarked;
