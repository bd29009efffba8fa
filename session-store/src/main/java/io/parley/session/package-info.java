/**
 * What is kept of a conversation between turns, in Redis. A save is atomic: the session, the turn's reply and the
 * turn's events are written together or not at all.
 */
@NullMarked
package io.parley.session;

import org.jspecify.annotations.NullMarked;
