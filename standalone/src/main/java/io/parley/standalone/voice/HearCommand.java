package io.parley.standalone.voice;

import io.parley.speech.Sound;
import io.parley.speech.file.BadSoundException;
import io.parley.speech.file.WavFile;
import io.parley.speech.recognition.Heard;
import io.parley.speech.recognition.Hypothesis;
import io.parley.speech.recognition.Listening;
import io.parley.speech.recognition.NoDecoderFreeException;
import io.parley.speech.recognition.SpeechRecognizer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what was said in a file. */
@Command(
        name = "hear",
        description = "Tells what is said in a WAV file, the likeliest first, with how sure that is.",
        footer = {
            "",
            "Exit codes: 0 something was understood, 1 nothing was or the file is no sound, 2 the command was not understood."
        },
        mixinStandardHelpOptions = true)
final class HearCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE.wav", description = "Linear 16-bit samples of one channel, 8000 or 16000 a second.")
    private Path file = Path.of("");

    @Mixin
    private ListeningOptions options = new ListeningOptions();

    @Override
    public Integer call() {
        Sound sound = sound(file);
        try (SpeechRecognizer recognizer = options.open();
                Listening listening = recognizer.listen(options.vocabulary(), options.expectation())) {
            listening.hear(sound);
            Heard heard = listening.end();
            PrintWriter out = spec.commandLine().getOut();
            for (Hypothesis hypothesis : heard.best()) {
                out.println("%.2f  %s".formatted(hypothesis.confidence(), hypothesis.text()));
            }
            if (heard.best().isEmpty()) {
                out.println("nothing was understood");
            }
            return heard.best().isEmpty() ? 1 : 0;
        } catch (NoDecoderFreeException e) {
            throw new IllegalStateException("nobody else listens here", e);
        }
    }

    static Sound sound(Path file) {
        try {
            return WavFile.read(file);
        } catch (BadSoundException e) {
            throw new VoiceProblem(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new VoiceProblem("cannot read " + file + "; is it there?", e);
        }
    }
}
