package io.parley.contracts.review;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An utterance that is worth a look. Only operators see it.
 *
 * @param id names it when it is decided on
 * @param state the state it was said in
 * @param text the customer's words, masked
 * @param allowed the labels it may have: the successors of the state, the state itself and the reserved ones
 * @param proposed the label it would have without a better one
 * @param confidence how probable the network held what it thought likeliest, in [0, 1]; 0 where that is not known
 * @param reasons why it is worth a look
 * @param count how often it was said
 * @param gain what labelling it is expected to be worth: about how many such utterances would profit
 * @param heldOut whether the campaign holds these words out, so that they cannot be learnt
 * @param status {@code open}, {@code approved}, {@code exported} or {@code dismissed}
 * @param label the label it was given, or null
 * @param fact the fact that answers it, if it was given one
 * @param lastAt when it was said last
 */
public record ReviewItem(
        long id,
        String state,
        String text,
        List<String> allowed,
        String proposed,
        double confidence,
        List<ReviewReason> reasons,
        int count,
        double gain,
        boolean heldOut,
        String status,
        @Nullable String label,
        @Nullable String fact,
        Instant lastAt) {

    public ReviewItem {
        allowed = List.copyOf(allowed);
        reasons = List.copyOf(reasons);
    }

    /** Without the words, so that they cannot stray into a log. */
    @Override
    public String toString() {
        return "ReviewItem[id=" + id + "]";
    }
}
