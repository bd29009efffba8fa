package io.parley.qa.recall;

import io.parley.campaign.Fact;
import java.util.Optional;

/**
 * What is known about an utterance beside its words.
 *
 * @param state the state it was said in; empty if unknown
 * @param kind whether somebody took it for a question or a hesitation; empty if nobody did
 */
public record Circumstances(String state, Optional<Fact.Kind> kind) {

    /** Nothing is known. */
    public static final Circumstances UNKNOWN = new Circumstances("", Optional.empty());
}
