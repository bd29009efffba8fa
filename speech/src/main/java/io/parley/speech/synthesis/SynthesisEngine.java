package io.parley.speech.synthesis;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can speak. FreeTTS is always there; the others are programs that a machine may have. */
public enum SynthesisEngine {
    FREETTS,
    FLITE,
    ESPEAK_NG;

    /** As it stands in configuration: {@code espeak-ng}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The engine of that name. */
    public static Optional<SynthesisEngine> of(String label) {
        return Arrays.stream(values())
                .filter(engine -> engine.label().equals(label))
                .findFirst();
    }

    /** All their names, for messages. */
    public static String labels() {
        return Arrays.stream(values()).map(SynthesisEngine::label).collect(Collectors.joining(", "));
    }

    /**
     * Makes it ready.
     *
     * @param voices how many sentences can be spoken at once; more wait
     * @param keeps how many sentences are kept that were said before
     * @throws IllegalStateException if it is a program that this machine does not have; the message says what to do
     */
    public SpeechSynthesizer open(int voices, int keeps) {
        return switch (this) {
            case FREETTS -> new FreeTtsSynthesizer(voices, keeps);
            case FLITE -> ProcessSynthesizer.flite(voices, keeps);
            case ESPEAK_NG -> ProcessSynthesizer.espeak(voices, keeps);
        };
    }
}
