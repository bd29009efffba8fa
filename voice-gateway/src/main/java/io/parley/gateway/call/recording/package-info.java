/** Recordings of calls: only with the caller's consent, sealed on disk, kept for a time. */
@NullMarked
package io.parley.gateway.call.recording;

import org.jspecify.annotations.NullMarked;
