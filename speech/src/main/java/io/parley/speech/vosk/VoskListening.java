package io.parley.speech.vosk;

import io.parley.speech.Sound;
import io.parley.speech.recognition.Expectation;
import io.parley.speech.recognition.Heard;
import io.parley.speech.recognition.HeardWord;
import io.parley.speech.recognition.Hypothesis;
import io.parley.speech.recognition.Listening;
import io.parley.speech.recognition.WrittenForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vosk.Model;
import org.vosk.Recognizer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One utterance in Vosk, which decodes within {@link #hear}. */
final class VoskListening implements Listening {
    private static final int MOST = 5;

    private final Model model;
    private final Optional<String> words;
    private final Expectation expects;
    private final Runnable afterwards;
    private @Nullable Recognizer recognizer;
    private int rate;
    private long worked;
    private boolean ended;
    private boolean closed;

    VoskListening(Model model, Optional<String> words, Expectation expects, Runnable afterwards) {
        this.model = model;
        this.words = words;
        this.expects = expects;
        this.afterwards = afterwards;
    }

    @Override
    public void hear(Sound chunk) {
        listening();
        if (rate != 0 && rate != chunk.rate()) {
            throw new IllegalArgumentException(
                    "an utterance keeps its rate; it began at " + rate + " and goes on at " + chunk.rate());
        }
        rate = chunk.rate();
        long before = System.nanoTime();
        decoder().acceptWaveForm(chunk.samples(), chunk.samples().length);
        worked += System.nanoTime() - before;
    }

    @Override
    public Optional<String> partial() {
        return Optional.ofNullable(recognizer)
                .filter(open -> !closed)
                .map(open -> JsonMapper.shared()
                        .readTree(open.getPartialResult())
                        .path("partial")
                        .asString(""))
                .filter(text -> !text.isBlank());
    }

    @Override
    public Heard end() {
        listening();
        ended = true;
        if (recognizer == null) {
            return Heard.nothing(Duration.ZERO);
        }
        long before = System.nanoTime();
        JsonNode result = JsonMapper.shared().readTree(recognizer.getFinalResult());
        worked += System.nanoTime() - before;
        return new Heard(read(result), Duration.ofNanos(worked));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            if (recognizer != null) {
                recognizer.close();
            }
            afterwards.run();
        }
    }

    private Recognizer decoder() {
        if (recognizer == null) {
            try {
                recognizer = words.isPresent() ? new Recognizer(model, rate, words.get()) : new Recognizer(model, rate);
            } catch (IOException e) {
                throw new UncheckedIOException("Vosk cannot make a decoder", e);
            }
            recognizer.setWords(true);
            recognizer.setMaxAlternatives(MOST);
        }
        return recognizer;
    }

    /** Vosk scores alternatives by log likelihood; their shares are taken for confidences. */
    private List<Hypothesis> read(JsonNode result) {
        List<JsonNode> alternatives = new ArrayList<>();
        result.path("alternatives").forEach(alternatives::add);
        alternatives.removeIf(alternative ->
                alternative.path("text").asString("").replace("[unk]", "").isBlank());
        double top = alternatives.stream()
                .mapToDouble(alternative -> alternative.path("confidence").asDouble(0))
                .max()
                .orElse(0);
        double sum = alternatives.stream()
                .mapToDouble(
                        alternative -> Math.exp(alternative.path("confidence").asDouble(0) - top))
                .sum();
        return alternatives.stream()
                .map(alternative -> hypothesis(
                        alternative, Math.exp(alternative.path("confidence").asDouble(0) - top) / sum))
                .toList();
    }

    private Hypothesis hypothesis(JsonNode alternative, double confidence) {
        List<String> spoken = List.of(alternative
                .path("text")
                .asString("")
                .replace("[unk]", " ")
                .strip()
                .split("\\s+"));
        List<HeardWord> heard = new ArrayList<>();
        alternative
                .path("result")
                .forEach(word -> heard.add(new HeardWord(
                        word.path("word").asString(""),
                        confidence,
                        seconds(word.path("start").asDouble(0)),
                        seconds(word.path("end").asDouble(0)))));
        return new Hypothesis(WrittenForm.of(spoken, expects), confidence, heard);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private void listening() {
        if (ended || closed) {
            throw new IllegalStateException("this utterance is over; listen to the next one");
        }
    }
}
