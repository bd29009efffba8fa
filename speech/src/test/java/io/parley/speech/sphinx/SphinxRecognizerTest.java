package io.parley.speech.sphinx;

import io.parley.speech.recognition.SpeechRecognizer;
import io.parley.speech.recognition.SpeechRecognizerContract;
import org.junit.jupiter.api.AfterEach;

class SphinxRecognizerTest extends SpeechRecognizerContract {
    private final SphinxRecognizer recognizer = new SphinxRecognizer(1);

    @AfterEach
    void close() {
        recognizer.close();
    }

    @Override
    protected SpeechRecognizer recognizer() {
        return recognizer;
    }
}
