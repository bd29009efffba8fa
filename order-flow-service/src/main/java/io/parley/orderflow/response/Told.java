package io.parley.orderflow.response;

import io.parley.campaign.Pitch;
import java.util.Optional;

/**
 * A prepared statement as it is said.
 *
 * @param pitch the pitch that is in it, if one is
 */
public record Told(Rendering rendering, Optional<Pitch> pitch) {}
