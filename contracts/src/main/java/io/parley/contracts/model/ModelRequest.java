package io.parley.contracts.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What every question to a model says. The key of its record is the conversation id. */
public interface ModelRequest {

    /** Names the request; its reply carries the same. */
    String requestId();

    /** The conversation it belongs to. */
    String conversationId();

    /** The campaign's id. */
    String campaign();

    /** The state the customer is in. */
    String state();

    /** The version that shall answer; null for the champion. Whoever plays a turn again asks who answered then. */
    @Nullable
    String version();

    /** After this instant nobody waits for the reply any more. */
    Instant deadline();
}
