package io.parley.qa.recall;

import io.parley.campaign.Fact;
import java.util.Optional;

/**
 * What somebody said and what should be recalled for it.
 *
 * @param row the line it stands on, for messages; 0 where it comes from no file
 * @param text masked as the models see it
 * @param state the state it was said in; empty if unknown
 * @param fact the right fact's id; empty where no fact fits
 * @param kind whether the customer asks or hesitates; empty where nobody labelled it
 */
public record LabelledText(int row, String text, String state, Optional<String> fact, Optional<Fact.Kind> kind) {

    /** What is known beside the words. */
    public Circumstances circumstances() {
        return new Circumstances(state, kind);
    }
}
