package io.parley.orderflow.policy;

import io.parley.contracts.privacy.MaskedText;
import java.util.List;

/**
 * What the memory is asked.
 *
 * @param kind {@code question} or {@code hesitation}
 * @param text what the customer said
 * @param told ids of the facts already told, oldest first
 */
public record AnswerQuestion(
        String conversation, String campaign, String state, String kind, MaskedText text, List<String> told) {

    public AnswerQuestion {
        told = List.copyOf(told);
    }
}
