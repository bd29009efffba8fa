package io.parley.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.speech.recognition.Heard;
import io.parley.speech.recognition.Hypothesis;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts where an utterance was heard as what was expected and as anything. */
class UtteranceTest {

    @Test
    void givenTheExpectedFitsNearlyAsWell_whenMerged_thenItComesFirst() {
        assertThat(Utterance.merge(heard("the moon please", -148.9), heard("the moon plase", -148.7)))
                .containsExactly("the moon please", "the moon plase");
    }

    @Test
    void givenAnythingFitsFarBetter_whenMerged_thenTheExpectedWasNotSaid() {
        assertThat(Utterance.merge(heard("a red planet", -155.1), heard("is it safe", -152.2)))
                .containsExactly("is it safe");
    }

    @Test
    void givenAnEngineThatTellsNoFit_whenMerged_thenTheLongerReadingCounts() {
        assertThat(Utterance.merge(heard("mars", Double.NaN), heard("will you be there when we come back", Double.NaN)))
                .containsExactly("will you be there when we come back");
        assertThat(Utterance.merge(heard("mars", Double.NaN), heard("mars please", Double.NaN)))
                .containsExactly("mars", "mars please");
    }

    @Test
    void givenOnlyOneHeardAnything_whenMerged_thenThatCounts() {
        assertThat(Utterance.merge(heard("mars", -150), Heard.nothing(Duration.ZERO)))
                .containsExactly("mars");
        assertThat(Utterance.merge(Heard.nothing(Duration.ZERO), heard("is it safe", -150)))
                .containsExactly("is it safe");
    }

    private static Heard heard(String text, double fit) {
        return new Heard(List.of(new Hypothesis(text, 0.5, List.of())), Duration.ofMillis(100), fit);
    }
}
