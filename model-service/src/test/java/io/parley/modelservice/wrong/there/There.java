package io.parley.modelservice.wrong.there;

import io.parley.modelservice.wrong.here.Here;
import org.jspecify.annotations.Nullable;

/** The other half. */
public record There(@Nullable Here here) {}
