package io.parley.contracts.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A call that a colleague owes a customer. Only operators see it. */
public record CallBackView(
        String conversationId,
        String campaign,
        String phone,
        @Nullable String name,
        @Nullable String note,
        String reason,
        Instant requestedAt) {}
