package io.parley.speech.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.speech.Sound;
import io.parley.speech.synthesis.SpeechSynthesizer;
import io.parley.speech.synthesis.SynthesisEngine;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VoiceActivityTest {
    private final VoiceActivity activity = new VoiceActivity();

    @Test
    void givenSilence_thenNobodySpeaks() {
        assertThat(framesSpoken(Sound.silence(Duration.ofSeconds(2), Sound.TELEPHONE)))
                .isZero();
    }

    @Test
    void givenSteadyNoise_whenTheFloorHasFollowedIt_thenNobodySpeaks() {
        framesSpoken(noise(20, 300));
        assertThat(framesSpoken(noise(2, 300))).isZero();
    }

    @Test
    void givenASentence_thenSomebodySpeaksThroughMostOfItAndThenNobody() throws Exception {
        try (SpeechSynthesizer voice = SynthesisEngine.FREETTS.open(1, 1)) {
            Sound sentence =
                    voice.say("I would like to book a trip to the moon").atRate(Sound.TELEPHONE);
            framesSpoken(Sound.silence(Duration.ofMillis(400), Sound.TELEPHONE));
            long frames = sentence.duration().dividedBy(VoiceActivity.FRAME);
            assertThat((double) framesSpoken(sentence) / frames).isGreaterThan(0.7);
            framesSpoken(Sound.silence(Duration.ofMillis(400), Sound.TELEPHONE));
            assertThat(activity.speaking()).isFalse();
        }
    }

    private int framesSpoken(Sound sound) {
        int frame = sound.rate() / 50;
        int spoken = 0;
        for (int from = 0; from + frame <= sound.samples().length; from += frame) {
            spoken += activity.hear(sound.slice(from, from + frame)) ? 1 : 0;
        }
        return spoken;
    }

    private static Sound noise(int seconds, double level) {
        Random random = new Random(7);
        short[] samples = new short[seconds * Sound.TELEPHONE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.round(random.nextGaussian() * level);
        }
        return new Sound(samples, Sound.TELEPHONE);
    }
}
