package io.parley.gateway.call;

import org.jspecify.annotations.Nullable;

/**
 * A call that wants to be taken.
 *
 * @param campaign the campaign's id; null for the one that is configured for calls, or the only one on sale
 * @param caller who calls, as the leg knows them, a number or a SIP address; null if it does not
 * @param kind of the leg
 * @param joined the conversation that goes on by voice; null for a new one
 */
public record CallRequest(
        @Nullable String campaign,
        @Nullable String caller,
        String kind,
        @Nullable Joined joined) {

    /** A call that begins a conversation. */
    public CallRequest(@Nullable String campaign, @Nullable String caller, String kind) {
        this(campaign, caller, kind, null);
    }

    /**
     * A conversation that began as text.
     *
     * @param authorization the customer's header, {@code Bearer …}
     */
    public record Joined(String conversation, String authorization) {

        /** Never with the token. */
        @Override
        public String toString() {
            return "Joined[" + conversation + "]";
        }
    }

    /** Never with who calls. */
    @Override
    public String toString() {
        return "CallRequest[" + kind + " for " + campaign + "]";
    }
}
