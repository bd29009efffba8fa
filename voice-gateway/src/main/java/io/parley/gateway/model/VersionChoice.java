package io.parley.gateway.model;

/**
 * Names a version; for the OpenAPI document.
 *
 * @param version {@code v3}
 */
record VersionChoice(String version) {}
