package io.parley.contracts.review;

import org.jspecify.annotations.Nullable;

/**
 * What an operator decides about an utterance; the JSON body of the request.
 *
 * @param verdict {@code approve} for the proposed label, {@code relabel} for another, or {@code dismiss}
 * @param label the right label, with {@code relabel}
 * @param fact the fact that answers it, where the label is {@code question} or {@code hesitation}; null if none does
 */
public record ReviewVerdict(
        @Nullable String verdict,
        @Nullable String label,
        @Nullable String fact) {}
