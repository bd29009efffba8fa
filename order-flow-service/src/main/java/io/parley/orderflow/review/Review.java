package io.parley.orderflow.review;

import io.parley.contracts.review.ReviewReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An utterance as it is stored, opened.
 *
 * @param batch the batch it was exported in
 */
record Review(
        long id,
        String state,
        String text,
        String proposed,
        double confidence,
        double uncertainty,
        List<ReviewReason> reasons,
        int count,
        ReviewStatus status,
        Optional<String> label,
        Optional<String> fact,
        Optional<Long> batch,
        Instant lastAt) {

    /** Without the words, so that they cannot stray into a log. */
    @Override
    public String toString() {
        return "Review[id=" + id + "]";
    }
}
