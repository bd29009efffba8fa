package io.parley.speech.synthesis;

import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import io.parley.speech.Sound;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** FreeTTS's kevin16. A voice is not thread-safe, so each sentence has one of a bounded pool to itself. */
final class FreeTtsSynthesizer implements SpeechSynthesizer {
    private final BlockingQueue<Voice> voices;
    private final SentenceCache cache;

    FreeTtsSynthesizer(int voices, int keeps) {
        this.voices = new ArrayBlockingQueue<>(voices);
        for (int i = 0; i < voices; i++) {
            this.voices.add(kevin());
        }
        this.cache = new SentenceCache(keeps, this::speak);
    }

    @Override
    public String engine() {
        return SynthesisEngine.FREETTS.label();
    }

    @Override
    public Sound say(String text) throws UnspeakableException {
        return cache.say(text);
    }

    @Override
    public void close() {
        voices.forEach(Voice::deallocate);
    }

    private Sound speak(String sentence) throws UnspeakableException {
        Voice voice;
        try {
            voice = voices.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnspeakableException("interrupted while waiting for a voice", e);
        }
        try {
            SampleCollector collector = new SampleCollector();
            voice.setAudioPlayer(collector);
            if (!voice.speak(sentence)) {
                throw new UnspeakableException(
                        "FreeTTS failed over a sentence of " + sentence.length() + " characters");
            }
            return new Sound(collector.samples(), Sound.WIDE);
        } catch (RuntimeException e) {
            throw new UnspeakableException("FreeTTS failed over a sentence of " + sentence.length() + " characters", e);
        } finally {
            voices.add(voice);
        }
    }

    private static Voice kevin() {
        Voice kevin = Arrays.stream(new KevinVoiceDirectory().getVoices())
                .filter(voice -> voice.getName().equals("kevin16"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("FreeTTS has no voice kevin16"));
        kevin.allocate();
        return kevin;
    }
}
