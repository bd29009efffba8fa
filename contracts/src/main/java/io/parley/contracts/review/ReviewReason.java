package io.parley.contracts.review;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why an utterance is worth a look. */
public enum ReviewReason {
    /** The network was not sure of anything, or the words were unlike all it has learnt from. */
    LOW_CONFIDENCE,
    /** It had two readings that were about as good; the customer was asked which was meant. */
    AMBIGUOUS,
    /** The customer was asked which of two was meant, and said it. */
    CHOSEN,
    /** The customer changed in the next turn what these words had been taken for. */
    CORRECTED,
    /** A person was asked for in the next turn, or offered in this one. */
    HANDED_OFF;

    /** {@code low-confidence}. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
