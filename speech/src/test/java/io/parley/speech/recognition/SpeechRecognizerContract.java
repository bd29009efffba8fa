package io.parley.speech.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.speech.Sound;
import io.parley.speech.synthesis.SpeechSynthesizer;
import io.parley.speech.synthesis.SynthesisEngine;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link SpeechRecognizer} must do. Extend it once per engine; {@link #recognizer()} has one decoder. */
public abstract class SpeechRecognizerContract {
    private static final Vocabulary COFFEE =
            new Vocabulary("coffee", "c0ffee", List.of("a large coffee please", "a small tea please", "no thank you"));

    protected abstract SpeechRecognizer recognizer();

    @Test
    void givenAYesOrNo_whenItIsSaid_thenThatIsHeard() throws Exception {
        try (SpeechSynthesizer voice = SynthesisEngine.FREETTS.open(1, 1);
                Listening listening = recognizer().listen(COFFEE, new Expectation.YesOrNo())) {
            listening.hear(Sound.silence(Duration.ofMillis(300), Sound.WIDE)
                    .then(voice.say("yes please"))
                    .then(Sound.silence(Duration.ofMillis(300), Sound.WIDE)));

            assertThat(listening.end().first()).map(Hypothesis::text).hasValue("yes please");
        }
    }

    @Test
    void givenSilence_whenTheUtteranceEnds_thenNothingWasHeard() throws Exception {
        try (Listening listening = recognizer().listen(COFFEE, new Expectation.Anything())) {
            listening.hear(Sound.silence(Duration.ofMillis(500), Sound.TELEPHONE));

            assertThat(listening.end().best()).isEmpty();
        }
    }

    @Test
    void givenAnUtteranceUnderWay_whenAnotherBegins_thenNoDecoderIsFreeUntilItIsGivenUp() throws Exception {
        try (Listening first = recognizer().listen(COFFEE, new Expectation.YesOrNo())) {
            first.hear(Sound.silence(Duration.ofMillis(40), Sound.WIDE));
            assertThatThrownBy(() -> recognizer().listen(COFFEE, new Expectation.YesOrNo()))
                    .isInstanceOf(NoDecoderFreeException.class)
                    .hasMessageContaining("1");
        }
    }

    @Test
    void givenAnUtteranceThatEnded_whenMoreSoundComes_thenItIsRefused() throws Exception {
        try (Listening listening = recognizer().listen(COFFEE, new Expectation.YesOrNo())) {
            listening.hear(Sound.silence(Duration.ofMillis(200), Sound.WIDE));
            listening.end();
            assertThatThrownBy(() -> listening.hear(Sound.silence(Duration.ofMillis(20), Sound.WIDE)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
