package io.parley.neural.registry;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * A version as the services answer with it: everything known about it, and what it is used for now.
 *
 * @param role null where it is neither champion nor challenger
 */
public record ListedVersion(
        @JsonUnwrapped ModelVersion version, @Nullable Role role) {}
