package io.parley.standalone.embedded;

import org.jspecify.annotations.Nullable;

/** Why Parley cannot start, in words for the person at the terminal: what is wrong, and what to do about it. */
public final class StartFailure extends RuntimeException {

    /** What a failure reads like: {@code what}, a full stop, {@code remedy}. */
    public StartFailure(String what, String remedy) {
        this(what, remedy, null);
    }

    public StartFailure(String what, String remedy, @Nullable Throwable cause) {
        super(what + ". " + remedy, cause);
    }
}
