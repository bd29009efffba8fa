/**
 * Sound over RTP: the telephone's encodings, packets, what the network does to them, and the keys a caller presses. It
 * knows nothing of how a call was agreed on.
 */
@NullMarked
package io.parley.gateway.rtp;

import org.jspecify.annotations.NullMarked;
