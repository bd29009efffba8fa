package io.parley.orderflow.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoiseTest {

    @Test
    void givenNoNoise_whenWordsPass_thenTheyArriveAsTheyWere() {
        assertThat(new Noise(new Random(1), 0, 0).on("Two seats to Mars, please!"))
                .isEqualTo("Two seats to Mars, please!");
    }

    @Test
    void givenTypingErrorsInEveryWord_whenWordsPass_thenShortWordsNumbersAndAddressesAreAsTheyWere() {
        String heard = new Noise(new Random(1), 1, 0).on("no, 12 tickets for jane.roe@example.org at 10:30");

        assertThat(heard)
                .startsWith("no, 12 ")
                .endsWith(" for jane.roe@example.org at 10:30")
                .doesNotContain("tickets");
    }

    @Test
    void givenATenthOfTypingErrors_whenManyWordsPass_thenAboutATenthIsMistyped() {
        String words = IntStream.range(0, 2_000).mapToObj(i -> "tickets").collect(Collectors.joining(" "));

        long mistyped = new Noise(new Random(7), 0.1, 0)
                .on(words)
                .lines()
                .flatMap(line -> Arrays.stream(line.split(" ")))
                .filter(word -> !word.equals("tickets"))
                .count();

        assertThat(mistyped).isBetween(150L, 250L);
    }

    @Test
    void givenRecognisedSpeech_whenWordsPass_thenCaseAndPunctuationAreGoneButNotWithinNumbers() {
        assertThat(new Noise(new Random(1), 0, 1).on("Yes, on June 5th. At 10:30, for $1.50!"))
                .isEqualTo("yes on june 5th at 10:30 for $1.50");
    }

    @Test
    void givenTheSameSeed_whenWordsPassTwice_thenTheyArriveTheSame() {
        String words = "several longer words that somebody certainly mistypes";

        assertThat(new Noise(new Random(3), 0.5, 0.5).on(words))
                .isEqualTo(new Noise(new Random(3), 0.5, 0.5).on(words));
    }
}
