package io.parley.gateway.call;

import io.parley.speech.Sound;
import io.parley.speech.recognition.Expectation;
import io.parley.speech.recognition.Heard;
import io.parley.speech.recognition.Hypothesis;
import io.parley.speech.recognition.Listening;
import io.parley.speech.recognition.SpeechRecognizer;
import io.parley.speech.recognition.Vocabulary;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Hears what a test tells it to, one line an utterance, so that a test of turn-taking is none of recognition. */
public final class ScriptedRecognizer implements SpeechRecognizer {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Queue<Expectation> expectations = new ConcurrentLinkedQueue<>();
    private final AtomicInteger listening = new AtomicInteger();

    /** @param readings likeliest first, for the next utterance */
    public void willHear(String... readings) {
        lines.add(String.join("|", readings));
    }

    public void reset() {
        lines.clear();
        expectations.clear();
    }

    /** What was expected so far, utterance by utterance. */
    public List<Expectation> expectations() {
        return List.copyOf(expectations);
    }

    /** How many utterances are being heard; none may be left when calls are over. */
    public int listening() {
        return listening.get();
    }

    @Override
    public String engine() {
        return "scripted";
    }

    @Override
    public boolean tellsPartials() {
        return false;
    }

    @Override
    public Listening listen(Vocabulary vocabulary, Expectation expects) {
        expectations.add(expects);
        listening.incrementAndGet();
        boolean counts = expects instanceof Expectation.Anything || expects instanceof Expectation.Commands;
        return new Listening() {
            private boolean closed;

            @Override
            public void hear(Sound chunk) {}

            @Override
            public Optional<String> partial() {
                return Optional.empty();
            }

            @Override
            public Heard end() {
                String line = counts ? lines.poll() : null;
                return line == null
                        ? Heard.nothing(Duration.ZERO)
                        : new Heard(
                                Arrays.stream(line.split("\\|"))
                                        .map(text -> new Hypothesis(text, 0.9, List.of()))
                                        .toList(),
                                Duration.ofMillis(1));
            }

            @Override
            public void close() {
                if (!closed) {
                    closed = true;
                    listening.decrementAndGet();
                }
            }
        };
    }

    @Override
    public void prepare(Vocabulary vocabulary) {}

    @Override
    public void close() {}
}
