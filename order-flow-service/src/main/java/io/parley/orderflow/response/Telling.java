package io.parley.orderflow.response;

import java.util.Optional;

/**
 * A statement while it is told; both parts are templates.
 *
 * @param pitch what is added to sell, if anything is
 */
record Telling(String answer, Optional<String> pitch) {}
