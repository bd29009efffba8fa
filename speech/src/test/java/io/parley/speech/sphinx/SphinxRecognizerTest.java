package io.parley.speech.sphinx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.speech.Sound;
import io.parley.speech.recognition.Expectation;
import io.parley.speech.recognition.Heard;
import io.parley.speech.recognition.Hypothesis;
import io.parley.speech.recognition.Listening;
import io.parley.speech.recognition.NoDecoderFreeException;
import io.parley.speech.recognition.SpeechRecognizer;
import io.parley.speech.recognition.SpeechRecognizerContract;
import io.parley.speech.recognition.Vocabulary;
import io.parley.speech.synthesis.SpeechSynthesizer;
import io.parley.speech.synthesis.SynthesisEngine;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SphinxRecognizerTest extends SpeechRecognizerContract {
    private static final Vocabulary SEATS = new Vocabulary(
            "space", "5ea75", List.of("two seats to mars please", "that is too expensive", "no thank you"));

    private final SphinxRecognizer recognizer = new SphinxRecognizer(1);

    @AfterEach
    void close() {
        recognizer.close();
    }

    @Override
    protected SpeechRecognizer recognizer() {
        return recognizer;
    }

    @Test
    void givenADecoderThatHeardOthersBefore_whenACallerSpeaks_thenTheyAreHeardAsIfTheyWereTheFirst() throws Exception {
        Expectation anything = new Expectation.Anything();
        List<Hypothesis> first = hear("i would like two seats to mars please", anything, Sound.WIDE);
        hear("no thank you that is far too expensive for me", anything, Sound.TELEPHONE);

        assertThat(hear("i would like two seats to mars please", anything, Sound.WIDE))
                .isNotEmpty()
                .isEqualTo(first);
    }

    @Test
    void givenADay_whenItIsBrokenOff_thenNothingUnfinishedIsHeard() throws Exception {
        assertThat(hear("september", new Expectation.Day(), Sound.WIDE))
                .extracting(Hypothesis::text)
                .noneMatch(text -> text.strip().equalsIgnoreCase("september") || text.endsWith(" the"));
    }

    @Test
    void givenADay_whenItIsSaid_thenOtherLikelyDaysComeWithIt() throws Exception {
        assertThat(hear("june the fifteenth", new Expectation.Day(), Sound.WIDE))
                .hasSizeGreaterThan(1)
                .extracting(hypothesis -> hypothesis.text().toLowerCase(Locale.ROOT))
                .anySatisfy(text -> assertThat(text).contains("june").containsAnyOf("15", "fifteenth"));
    }

    @Test
    void givenAnAnswerAndSomethingElse_whenHeardAsAnAnswer_thenOnlyTheAnswerFitsAboutAsWellAsAnything()
            throws Exception {
        Expectation answer = new Expectation.YesOrNo();
        Expectation anything = new Expectation.Anything();

        assertThat(listen("no thank you", answer, Sound.TELEPHONE).fit())
                .isGreaterThan(listen("no thank you", anything, Sound.TELEPHONE).fit() - 1);
        assertThat(listen("two seats to mars please", answer, Sound.TELEPHONE).fit())
                .isLessThan(listen("two seats to mars please", anything, Sound.TELEPHONE)
                                .fit()
                        - 1.6);
    }

    @Test
    void givenAsManyCallersAsThereMayBe_whenAnotherSpeaks_thenThereIsNoDecoderForThem() throws Exception {
        Expectation answer = new Expectation.YesOrNo();
        try (SphinxRecognizer two = new SphinxRecognizer(2);
                Listening first = two.listen(SEATS, answer)) {
            first.hear(Sound.silence(Duration.ofMillis(40), Sound.WIDE));
            try (Listening second = whenFree(two)) {
                second.hear(Sound.silence(Duration.ofMillis(40), Sound.WIDE));
                assertThatThrownBy(() -> two.listen(SEATS, answer)).isInstanceOf(NoDecoderFreeException.class);
            }
        }
    }

    @Test
    void givenTwoCallersAtOnce_whenTheyAreHeard_thenEachIsHeardAsIfTheyWereAlone() throws Exception {
        Sound one = said("i would like two seats to mars please");
        Sound other = said("no thank you that is too expensive");
        Expectation anything = new Expectation.Anything();
        List<Hypothesis> oneAlone = heard(recognizer, one);
        List<Hypothesis> otherAlone = heard(recognizer, other);

        try (SphinxRecognizer two = new SphinxRecognizer(2);
                Listening first = two.listen(SEATS, anything);
                Listening second = whenFree(two)) {
            for (int at = 0; at < Math.max(one.samples().length, other.samples().length); at += Sound.WIDE / 50) {
                hear(first, one, at);
                hear(second, other, at);
            }

            assertThat(first.end().best()).isNotEmpty().isEqualTo(oneAlone);
            assertThat(second.end().best()).isNotEmpty().isEqualTo(otherAlone);
        }
    }

    private static void hear(Listening listening, Sound sound, int from) {
        if (from < sound.samples().length) {
            listening.hear(sound.slice(from, Math.min(sound.samples().length, from + Sound.WIDE / 50)));
        }
    }

    private static List<Hypothesis> heard(SphinxRecognizer recognizer, Sound sound) throws Exception {
        try (Listening listening = recognizer.listen(SEATS, new Expectation.Anything())) {
            listening.hear(sound);
            return listening.end().best();
        }
    }

    private static Listening whenFree(SphinxRecognizer recognizer) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (System.nanoTime() < end) {
            try {
                return recognizer.listen(SEATS, new Expectation.Anything());
            } catch (NoDecoderFreeException e) {
                Thread.sleep(50);
            }
        }
        throw new AssertionError("no second decoder was made within a minute");
    }

    private List<Hypothesis> hear(String sentence, Expectation expects, int rate) throws Exception {
        return listen(sentence, expects, rate).best();
    }

    private Heard listen(String sentence, Expectation expects, int rate) throws Exception {
        try (Listening listening = recognizer.listen(SEATS, expects)) {
            listening.hear(said(sentence).atRate(rate));
            return listening.end();
        }
    }

    private static Sound said(String sentence) throws Exception {
        try (SpeechSynthesizer voice = SynthesisEngine.FREETTS.open(1, 1)) {
            Sound pause = Sound.silence(Duration.ofMillis(300), Sound.WIDE);
            return pause.then(voice.say(sentence)).then(pause);
        }
    }
}
