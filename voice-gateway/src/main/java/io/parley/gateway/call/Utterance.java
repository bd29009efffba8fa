package io.parley.gateway.call;

import io.parley.contracts.voice.Expected;
import io.parley.speech.Sound;
import io.parley.speech.recognition.Expectation;
import io.parley.speech.recognition.Heard;
import io.parley.speech.recognition.Hypothesis;
import io.parley.speech.recognition.Listening;
import io.parley.speech.recognition.NoDecoderFreeException;
import io.parley.speech.recognition.SpeechRecognizer;
import io.parley.speech.recognition.Vocabulary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One utterance while it is spoken. Where a certain kind of answer is expected it is heard twice, as that and as anything,
 * since customers ask questions instead; while a secret is asked for it is heard as a command or not at all.
 */
final class Utterance implements AutoCloseable {

    /** Anything that fits the sound so much better than the expected kind of answer was said instead; see ADR 0042. */
    private static final double FAR_BETTER = 1.6;

    /** Where an engine does not tell how well words fit: so many words more than the expected kind of answer has. */
    private static final int FAR_LONGER = 3;

    private static final int MOST_READINGS = 8;

    private final Expected expected;
    private final @Nullable Listening narrow;
    private final @Nullable Listening wide;
    private Duration sound = Duration.ZERO;

    private Utterance(Expected expected, @Nullable Listening narrow, @Nullable Listening wide) {
        this.expected = expected;
        this.narrow = narrow;
        this.wide = wide;
    }

    /**
     * @param commands all that is heard while a secret is asked for
     * @throws NoDecoderFreeException if not even one decoder is free
     */
    static Utterance begin(SpeechRecognizer recognizer, Vocabulary vocabulary, Expected expected, List<String> commands)
            throws NoDecoderFreeException {
        Optional<Expectation> narrow = narrow(expected, commands);
        if (narrow.isEmpty()) {
            return new Utterance(expected, null, recognizer.listen(vocabulary, new Expectation.Anything()));
        }
        Listening first = recognizer.listen(vocabulary, narrow.get());
        if (expected.kind() == Expected.Kind.SECRET) {
            return new Utterance(expected, first, null);
        }
        @Nullable Listening second = null;
        try {
            second = recognizer.listen(vocabulary, new Expectation.Anything());
        } catch (NoDecoderFreeException e) {
            // Others are listening; the expected kind of answer is the likelier one.
        }
        return new Utterance(expected, first, second);
    }

    private static Optional<Expectation> narrow(Expected expected, List<String> commands) {
        return switch (expected.kind()) {
            case ANYTHING -> Optional.empty();
            case YES_NO -> Optional.of(new Expectation.YesOrNo());
            case DATE -> Optional.of(new Expectation.Day());
            case NUMBER -> Optional.of(new Expectation.Amount());
            case CHOICE -> choices(expected).map(Expectation.OneOf::new);
            case LETTERS -> Optional.of(new Expectation.Spelled());
            case SECRET -> Optional.of(new Expectation.Commands(commands));
        };
    }

    private static Optional<List<String>> choices(Expected expected) {
        List<String> all = Stream.concat(expected.choices().stream(), expected.synonyms().stream())
                .distinct()
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    void hear(Sound chunk) {
        sound = sound.plus(chunk.duration());
        if (narrow != null) {
            narrow.hear(chunk);
        }
        if (wide != null) {
            wide.hear(chunk);
        }
    }

    Expected expected() {
        return expected;
    }

    /** How much was heard so far, the silence around it too. */
    Duration duration() {
        return sound;
    }

    /** What was understood so far. Never anything while a secret is asked for. */
    Optional<String> partial() {
        if (expected.kind() == Expected.Kind.SECRET) {
            return Optional.empty();
        }
        return wide != null ? wide.partial() : narrow == null ? Optional.empty() : narrow.partial();
    }

    /** What was said, likeliest first, and how long it took to find out; waits for the decoders. */
    Readings end() {
        Heard asExpected = narrow == null ? Heard.nothing(Duration.ZERO) : narrow.end();
        Heard asAnything = wide == null ? Heard.nothing(Duration.ZERO) : wide.end();
        return new Readings(merge(asExpected, asAnything), asExpected.decoding().plus(asAnything.decoding()));
    }

    /**
     * @param texts each once, likeliest first
     * @param decoding how long the decoders worked on it
     */
    record Readings(List<String> texts, Duration decoding) {
        Readings {
            texts = List.copyOf(texts);
        }

        Optional<String> first() {
            return texts.stream().findFirst();
        }
    }

    /** A grammar hears what it expects in anything; so where anything else fits far better, that counts and it does not. */
    static List<String> merge(Heard asExpected, Heard asAnything) {
        Set<String> readings = new LinkedHashSet<>();
        if (!isOther(asExpected, asAnything)) {
            readings.addAll(texts(asExpected));
        }
        readings.addAll(texts(asAnything));
        return new ArrayList<>(readings).subList(0, Math.min(readings.size(), MOST_READINGS));
    }

    private static boolean isOther(Heard asExpected, Heard asAnything) {
        List<String> narrow = texts(asExpected);
        List<String> wide = texts(asAnything);
        if (narrow.isEmpty() || wide.isEmpty()) {
            return false;
        }
        double better = asAnything.fit() - asExpected.fit();
        return Double.isNaN(better)
                ? words(wide.getFirst()) - words(narrow.getFirst()) >= FAR_LONGER
                : better > FAR_BETTER;
    }

    private static int words(String text) {
        return text.split(" ").length;
    }

    private static List<String> texts(Heard heard) {
        return heard.best().stream()
                .map(Hypothesis::text)
                .filter(text -> !text.isBlank())
                .toList();
    }

    @Override
    public void close() {
        if (narrow != null) {
            narrow.close();
        }
        if (wide != null) {
            wide.close();
        }
    }
}
