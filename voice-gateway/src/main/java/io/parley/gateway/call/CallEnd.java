package io.parley.gateway.call;

import java.util.Locale;

/** Why a call ended. */
public enum CallEnd {
    /** The caller hung up. */
    CALLER_LEFT,
    /** The conversation came to its end, and we hung up. */
    CONVERSATION_OVER,
    /** The caller was silent for too long. */
    NO_INPUT,
    /** The longest time for a call was over. */
    TOO_LONG,
    /** A person took the call over, somewhere else. */
    TRANSFERRED,
    /** The way to the caller broke, or the caller does not take what we send. */
    CONNECTION_LOST,
    /** What came in was no call. */
    MALFORMED,
    /** A part of ours failed. */
    FAILED,
    /** The gateway stops. */
    SHUTDOWN;

    /** As it stands in records and frames: {@code caller-left}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
