package io.parley.speech.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SynthesisTest {
    @Test
    void givenText_whenItIsSaidTwice_thenItSoundsTheSame() throws Exception {
        try (SpeechSynthesizer voice = SynthesisEngine.FREETTS.open(1, 0)) {
            assertThat(voice.say("That is $25.00.")).isEqualTo(voice.say("That is $25.00."));
            assertThat(voice.say("That is $25.00.").duration()).isGreaterThan(Duration.ofMillis(500));
        }
    }

    @Test
    void givenTextWithNothingToSay_thenItIsAnError() {
        try (SpeechSynthesizer voice = SynthesisEngine.FREETTS.open(1, 1)) {
            assertThatThrownBy(() -> voice.say("… 世界 !")).isInstanceOf(UnspeakableException.class);
        }
    }

    @Test
    void givenSeveralSentences_thenTheyAreParts() {
        assertThat(Sentences.of("Hello, Dr. Roe. It is $2.50! Shall we?"))
                .containsExactly("Hello, Dr. Roe.", "It is $2.50!", "Shall we?");
    }
}
