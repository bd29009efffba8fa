package io.parley.speech.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordErrorsTest {
    @Test
    void givenFiguresAndCase_thenTheyDoNotCount() {
        assertThat(WordErrors.of("On June 5th, 2 people.", "on june fifth two people"))
                .isEqualTo(new WordErrors(5, 0));
    }

    @Test
    void givenWordsReplacedLeftOutAndPutIn_thenEachCountsOnce() {
        assertThat(WordErrors.of("a b c d", "a x d e")).isEqualTo(new WordErrors(4, 3));
    }
}
