package io.parley.qa.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {

    private static final List<String> TEXTS =
            List.of("Wie lange dauert die Lieferung?", "Was kostet eine Karte?", "Kann ich die Karte zurückgeben?");

    private final WordingIndex index = new WordingIndex(new Wording(TEXTS), TEXTS);

    @Test
    void givenTheSameText_whenCompared_thenTheCosineIsOne() {
        assertThat(index.compare("wie lange dauert die lieferung")[0]).isCloseTo(1, within(1e-9));
    }

    @Test
    void givenATypingError_whenCompared_thenTheTextIsStillTheClosest() {
        double[] cosines = index.compare("was kosted eine kartte");

        assertThat(cosines[1]).isGreaterThan(cosines[0]).isGreaterThan(cosines[2]);
    }

    @Test
    void givenWordsNobodyWrote_whenCompared_thenNothingIsAlike() {
        assertThat(index.compare("xyz 123")).containsOnly(0);
    }
}
