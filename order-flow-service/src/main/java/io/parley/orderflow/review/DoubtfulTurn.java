package io.parley.orderflow.review;

import io.parley.contracts.privacy.MaskedText;
import io.parley.contracts.review.ReviewReason;
import java.time.Instant;

/**
 * An utterance to be looked at, and why.
 *
 * @param turn the number of the turn it was said in, which may be the one before it turned out to be doubtful
 * @param state the state it was said in
 * @param proposed the label it would have without a better one
 * @param confidence how probable the network held what it thought likeliest, in [0, 1]; 0 where that is not known
 * @param uncertainty how little is known of what it means, in [0, 1]
 */
public record DoubtfulTurn(
        String conversationId,
        int turn,
        String campaign,
        String state,
        MaskedText text,
        String proposed,
        double confidence,
        double uncertainty,
        ReviewReason reason,
        Instant at) {

    /** Without the words, so that they cannot stray into a log. */
    @Override
    public String toString() {
        return "DoubtfulTurn[conversationId=" + conversationId + ", turn=" + turn + ", reason=" + reason + "]";
    }
}
