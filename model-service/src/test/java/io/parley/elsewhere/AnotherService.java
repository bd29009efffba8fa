package io.parley.elsewhere;

/** A class of another service. */
public final class AnotherService {}
