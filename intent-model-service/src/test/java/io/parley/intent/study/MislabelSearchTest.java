package io.parley.intent.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parley.campaign.Example;
import io.parley.contracts.model.ScoredState;
import io.parley.intent.network.Prediction;
import io.parley.intent.study.DataCheck.Suspect;
import java.util.List;
import org.junit.jupiter.api.Test;

class MislabelSearchTest {

    private static final List<Example> ROWS = List.of(
            Examples.row(2, "greeting", "yes", "ask-design"),
            Examples.row(3, "greeting", "sure", "ask-design"),
            Examples.row(4, "greeting", "no", "cancelled"),
            Examples.row(5, "greeting", "of course", "cancelled"),
            Examples.row(6, "greeting", "never", "ask-design"));

    /** What is usual: 0.6 for ask-design, which three rows have, and 0.5 for cancelled, which two have. */
    private static final List<Prediction> SAID = List.of(
            said("ask-design", 0.9, "cancelled", 0.1),
            said("ask-design", 0.8, "cancelled", 0.2),
            said("cancelled", 0.95, "ask-design", 0.05),
            said("ask-design", 0.95, "cancelled", 0.05),
            said("cancelled", 0.9, "ask-design", 0.1));

    @Test
    void givenRowsThatTheOthersSpeakAgainst_whenLookedFor_thenTheLargestMarginComesFirst() {
        List<Suspect> suspects = MislabelSearch.suspects(ROWS, SAID, row -> true);

        assertThat(suspects).extracting(Suspect::row).containsExactly(5, 6);
        assertThat(suspects.getFirst())
                .returns("cancelled", Suspect::label)
                .returns("ask-design", Suspect::suggested)
                .satisfies(suspect -> assertThat(suspect.margin()).isEqualTo(0.9, within(1e-12)));
    }

    @Test
    void givenARowWhoseLabelWasNotLearnt_whenLookedFor_thenItIsNotJudged() {
        assertThat(MislabelSearch.suspects(ROWS, SAID, row -> row != 3))
                .extracting(Suspect::row)
                .containsExactly(6);
    }

    @Test
    void givenALabelThatIsUsuallyMoreProbable_whenAnotherRowGetsLess_thenItIsNoSuspect() {
        List<Prediction> said = List.of(
                said("ask-design", 0.99, "cancelled", 0.01),
                said("ask-design", 0.99, "cancelled", 0.01),
                said("cancelled", 0.9, "ask-design", 0.1),
                said("ask-design", 0.8, "cancelled", 0.2),
                said("ask-design", 0.99, "cancelled", 0.01));

        assertThat(MislabelSearch.suspects(ROWS, said, row -> true)).isEmpty();
    }

    private static Prediction said(String best, double probability, String other, double otherProbability) {
        return new Prediction(List.of(new ScoredState(best, probability), new ScoredState(other, otherProbability)), 0);
    }
}
