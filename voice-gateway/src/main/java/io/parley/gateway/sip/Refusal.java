package io.parley.gateway.sip;

import org.jspecify.annotations.Nullable;

/** Why an INVITE does not become a call. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    /** Seconds after which a caller who met no free line may try again. */
    static final int RETRY_AFTER = 30;

    private final int status;
    private final @Nullable String reason;
    private final boolean retry;

    private Refusal(int status, @Nullable String reason, boolean retry) {
        super(status + " " + reason);
        this.status = status;
        this.reason = reason;
        this.retry = retry;
    }

    static Refusal of(int status, @Nullable String reason) {
        return new Refusal(status, reason, false);
    }

    static Refusal untilLater(int status) {
        return new Refusal(status, null, true);
    }

    int status() {
        return status;
    }

    /** In words, for the caller's log; null for the code's usual phrase. */
    @Nullable
    String reason() {
        return reason;
    }

    boolean asksToRetry() {
        return retry;
    }
}
