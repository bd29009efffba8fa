package io.parley.contracts.model;

/**
 * Which model said it.
 *
 * @param version the registry's version id
 * @param dataHash SHA-256 of the training data, hexadecimal
 * @param seed the seed it was trained with
 */
public record ModelProvenance(String version, String dataHash, long seed) {}
