package io.parley.orderflow.pitch;

import java.util.Optional;

/**
 * A fact with what was said to sell.
 *
 * @param pitch a pitch's id, or nothing where the fact was told without
 */
record ToldWith(String fact, Optional<String> pitch) {}
