package io.parley.neural.registry;

import org.jspecify.annotations.Nullable;

/**
 * Names a version; the JSON body that makes one champion or challenger.
 *
 * @param version null only where none may be chosen
 */
public record VersionChoice(@Nullable String version) {}
