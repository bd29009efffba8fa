package io.parley.gateway.wrong;

/** Keeps something for all of the JVM. */
public final class Remembers {
    static int calls;

    private Remembers() {}
}
