package io.parley.gateway.wrong.here;

import io.parley.gateway.wrong.there.There;

/** Half of a cycle. */
public record Here(There there) {}
