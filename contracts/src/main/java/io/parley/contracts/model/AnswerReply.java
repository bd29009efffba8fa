package io.parley.contracts.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the episodic memory recalled. Either facts, or a failure.
 *
 * @param requestId the request's
 * @param facts the likeliest facts, best first; empty on failure
 * @param noFact how probable it is that no fact fits, in [0, 1]
 * @param noFactAt the version's threshold: above it the honest answer is that a person will tell
 * @param kind what the network takes the utterance for: {@code question} or {@code hesitation}
 * @param model which version said it; null on failure
 * @param micros time spent inside the model service, microseconds
 * @param failure the code of a {@link io.parley.contracts.Fault}, or null
 */
public record AnswerReply(
        String requestId,
        List<RecalledFact> facts,
        double noFact,
        double noFactAt,
        String kind,
        @Nullable ModelProvenance model,
        long micros,
        @Nullable String failure)
        implements ModelReply {

    public AnswerReply {
        facts = List.copyOf(facts);
    }

    /** A reply that says why there is none. */
    public static AnswerReply failed(String requestId, String failure) {
        return new AnswerReply(requestId, List.of(), 0, 0, "", null, 0, failure);
    }
}
