package io.parley.contracts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The states every flow has without naming them: what a customer may say anywhere. */
public enum ReservedState {
    /** Asks something. */
    QUESTION,
    /** Is unsure or objects. */
    HESITATION,
    /** Changes something said before. */
    CORRECTION,
    /** Wants the previous state. */
    BACK,
    /** Wants to hear it again. */
    REPEAT,
    /** Wants to begin anew. */
    RESTART,
    /** Wants a person. */
    PERSON,
    /** Says something that has nothing to do with it. */
    OTHER;

    private static final List<String> LABELS =
            Arrays.stream(values()).map(ReservedState::label).toList();

    /** Its name as a label in data and on topics: {@code question}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Every label, in a fixed order. */
    public static List<String> labels() {
        return LABELS;
    }

    /** The reserved state of that label, or nothing if the label is none. */
    public static Optional<ReservedState> of(String label) {
        return Arrays.stream(values())
                .filter(state -> state.label().equals(label))
                .findFirst();
    }
}
