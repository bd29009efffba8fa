package io.parley.speech.vosk;

import io.parley.speech.grammar.Grammars;
import io.parley.speech.recognition.Expectation;
import io.parley.speech.recognition.Listening;
import io.parley.speech.recognition.NoDecoderFreeException;
import io.parley.speech.recognition.SpeechRecognizer;
import io.parley.speech.recognition.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.vosk.LibVosk;
import org.vosk.LogLevel;
import org.vosk.Model;
import tools.jackson.databind.json.JsonMapper;

/** Vosk over a model folder. Model and native library are shared; each utterance has a decoder of its own. */
public final class VoskRecognizer implements SpeechRecognizer {
    private static final String HOW_TO_INSTALL =
            "; fetch it with ./parley voice install-model, or name the folder of a model";

    private final Model model;
    private final int size;
    private final Semaphore free;

    private VoskRecognizer(Model model, int decoders) {
        this.model = model;
        this.size = decoders;
        this.free = new Semaphore(decoders);
    }

    /**
     * Loads a model.
     *
     * @param folder of the model, with {@code am} and {@code conf} in it
     * @param decoders how many utterances can be heard at once
     * @throws VoskUnavailableException if there is no model there, or no native library for this machine
     */
    public static VoskRecognizer open(Path folder, int decoders) throws VoskUnavailableException {
        if (!Files.isDirectory(folder)) {
            throw new VoskUnavailableException("there is no Vosk model at " + folder + HOW_TO_INSTALL);
        }
        try {
            LibVosk.setLogLevel(LogLevel.WARNINGS);
            return new VoskRecognizer(new Model(folder.toString()), decoders);
        } catch (IOException e) {
            throw new VoskUnavailableException(folder + " is not a whole Vosk model" + HOW_TO_INSTALL, e);
        } catch (LinkageError e) {
            throw new VoskUnavailableException(
                    "Vosk has no native library for " + System.getProperty("os.name") + " on "
                            + System.getProperty("os.arch") + "; use the embedded engine, sphinx4",
                    e);
        }
    }

    @Override
    public String engine() {
        return "vosk";
    }

    @Override
    public boolean tellsPartials() {
        return true;
    }

    @Override
    public Listening listen(Vocabulary vocabulary, Expectation expects) throws NoDecoderFreeException {
        if (!free.tryAcquire()) {
            throw new NoDecoderFreeException(size);
        }
        return new VoskListening(model, words(expects), expects, free::release);
    }

    @Override
    public void prepare(Vocabulary vocabulary) {
        // Vosk knows the whole language.
    }

    @Override
    public void close() {
        model.close();
    }

    /** The words a grammar allows, as the JSON list that Vosk takes. */
    private static Optional<String> words(Expectation expects) {
        return Grammars.of(expects).map(phrase -> {
            List<String> words = new ArrayList<>(phrase.vocabulary());
            words.add("[unk]");
            return JsonMapper.shared().writeValueAsString(words);
        });
    }
}
