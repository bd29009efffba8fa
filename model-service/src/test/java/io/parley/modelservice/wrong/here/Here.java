package io.parley.modelservice.wrong.here;

import io.parley.modelservice.wrong.there.There;

/** One half of a cycle. */
public record Here(There there) {}
