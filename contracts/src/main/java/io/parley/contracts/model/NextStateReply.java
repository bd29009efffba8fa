package io.parley.contracts.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the network would go. Either a ranking, or a failure.
 *
 * @param requestId the request's
 * @param ranking every allowed state, most probable first; empty on failure
 * @param outOfScope how far the utterance lies from all training examples, in [0, 1]
 * @param acceptAt the version's threshold: at or above it the first of the ranking is acted on without asking back
 * @param outOfScopeAt the version's threshold: above it the utterance counts as not understood
 * @param askWithin the version's threshold: where the first two of the ranking lie closer together the customer is asked
 *     which is meant; null if the version never asks
 * @param model which version said it; null on failure
 * @param because the strongest reasons, by absolute weight
 * @param micros time spent inside the model service, microseconds
 * @param failure the code of a {@link io.parley.contracts.Fault}, or null
 */
public record NextStateReply(
        String requestId,
        List<ScoredState> ranking,
        double outOfScope,
        double acceptAt,
        double outOfScopeAt,
        @Nullable Double askWithin,
        @Nullable ModelProvenance model,
        List<Contribution> because,
        long micros,
        @Nullable String failure)
        implements ModelReply {

    public NextStateReply {
        ranking = List.copyOf(ranking);
        because = List.copyOf(because);
    }

    /** A reply that says why there is none. */
    public static NextStateReply failed(String requestId, String failure) {
        return new NextStateReply(requestId, List.of(), 0, 0, 0, null, null, List.of(), 0, failure);
    }
}
