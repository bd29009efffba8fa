package io.parley.session;

import java.util.Optional;

/**
 * A session as it was read.
 *
 * @param earlier the exchange of the turn id that was asked for, if that turn was already taken
 */
public record Loaded(Session session, Optional<Exchange> earlier) {}
