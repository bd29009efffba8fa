package io.parley.orderflow.archive;

import java.time.Instant;
import java.util.Optional;

/**
 * Which conversations of the archive are meant.
 *
 * @param campaign the campaign's id; all if it is absent
 * @param since only those with a turn that was recorded then or later
 * @param rehearsals whether those of conversation tests are meant as well
 */
public record Selection(Optional<String> campaign, Optional<Instant> since, boolean rehearsals) {}
