package io.parley.contracts.question;

import java.util.List;

/**
 * Texts to be grouped by what they mean.
 *
 * @param texts masked; said several times they stand here several times, earliest first
 */
public record TextGroupingRequest(List<String> texts) {

    public TextGroupingRequest {
        texts = List.copyOf(texts);
    }
}
