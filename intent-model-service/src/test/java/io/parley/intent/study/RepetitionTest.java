package io.parley.intent.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Example;
import io.parley.intent.study.DataCheck.Contradiction;
import io.parley.intent.study.DataCheck.Meaning;
import io.parley.intent.study.DataCheck.Repeated;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepetitionTest {

    private static final List<Example> ROWS = List.of(
            Examples.row(2, "greeting", "yes please", "ask-design"),
            Examples.row(3, "greeting", "Yes, please!", "cancelled"),
            Examples.row(4, "greeting", "yes please", "ask-design"),
            Examples.row(5, "ask-design", "yes please", "question"),
            Examples.row(6, "greeting", "no", "cancelled"));

    @Test
    void givenTheSameTextStateAndLabelTwice_whenLookedFor_thenBothRowsAreTold() {
        assertThat(Repetition.duplicates(ROWS))
                .containsExactly(new Repeated("greeting", "yes please", "ask-design", List.of(2, 4)));
    }

    @Test
    void givenTheSameWordsWithOtherLabelsInAState_whenLookedFor_thenEveryMeaningIsTold() {
        assertThat(Repetition.contradictions(ROWS))
                .containsExactly(new Contradiction(
                        "greeting",
                        "yes please",
                        List.of(new Meaning("ask-design", List.of(2, 4)), new Meaning("cancelled", List.of(3)))));
    }
}
