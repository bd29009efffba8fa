package io.parley.campaign;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The buckets that belong to no state. Each has a built-in default; under {@code replies} a campaign writes its own. */
public final class Replies {

    /** The reply that tells a fact: the only one that has {@code {{fact.answer}}}. */
    public static final String ANSWER = "answer";

    /** The variable that stands for the pitch of the fact being told. */
    public static final String FACT_PITCH = "fact.pitch";

    /** The reply that asks which of two readings is meant: the only one that has {@code {{which.first}}}. */
    public static final String WHICH = "which";

    /** The first words of the names of all replies that tell of a person: only they have {@code {{hand-off.place}}} and the like. */
    private static final String HAND_OFF = "hand-off";

    private static final String EXAMPLE = "example-";

    /** Every one there is. */
    public static final List<String> NAMES = Stream.concat(
                    Stream.of(
                            "no-match",
                            "no-match-person",
                            "no-input",
                            "no-fact",
                            ANSWER,
                            "reassure",
                            "later",
                            "resume",
                            "hand-off",
                            "hand-off-place",
                            "hand-off-wait",
                            "hand-off-wait-short",
                            "hand-off-meanwhile",
                            "hand-off-never-mind",
                            "hand-off-withdrawn",
                            "hand-off-nobody",
                            "hand-off-long",
                            "hand-off-timed-out",
                            "hand-off-taken",
                            "hand-off-freed",
                            "hand-off-returned",
                            "hand-off-closed",
                            "call-back-number",
                            "call-back-known",
                            "call-back-noted",
                            "call-back-refused",
                            "call-back-declined",
                            "repeat",
                            "back",
                            "restart-sure",
                            "restarted",
                            "restarted-keeping",
                            "way-back",
                            "leave-open",
                            "corrected",
                            "correct-what",
                            "as-it-is",
                            "noted",
                            "name-one",
                            "give-up-sure",
                            "give-up-not",
                            WHICH,
                            "which-onward",
                            "which-lost",
                            "which-question",
                            "which-hesitation",
                            "which-correction",
                            "which-back",
                            "which-repeat",
                            "which-restart",
                            "which-person",
                            "invalid",
                            "clarify",
                            "declined",
                            "payment-timeout",
                            "model-slow",
                            "ended",
                            "choice-yes",
                            "choice-no",
                            "choice-none",
                            "voice-goodbye",
                            "voice-keys",
                            "voice-recorded",
                            "voice-record-agree",
                            "voice-person",
                            "voice-back",
                            "voice-repeat",
                            "voice-cancel"),
                    Arrays.stream(SlotType.values()).map(Replies::example))
            .toList();

    private Replies() {}

    /** The bucket with what {@code {{example}}} stands for where a slot of that type is asked for. */
    public static String example(SlotType type) {
        return EXAMPLE + type.label();
    }

    static boolean tellsOfPerson(String name) {
        return name.startsWith(HAND_OFF);
    }

    static boolean isExample(String name) {
        return name.startsWith(EXAMPLE);
    }
}
