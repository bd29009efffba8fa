package io.parley.contracts.chat;

import org.jspecify.annotations.Nullable;

/**
 * A customer wants to talk to a person.
 *
 * @param phone on which number
 * @param name how to address them, if they say
 * @param note anything a colleague should know, if they say
 */
public record CallBackRequest(
        String phone, @Nullable String name, @Nullable String note) {}
