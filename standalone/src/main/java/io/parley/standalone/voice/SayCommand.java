package io.parley.standalone.voice;

import io.parley.speech.Sound;
import io.parley.speech.file.WavFile;
import io.parley.speech.synthesis.SpeechSynthesizer;
import io.parley.speech.synthesis.SynthesisEngine;
import io.parley.speech.synthesis.UnspeakableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Speaks a text into a file. */
@Command(
        name = "say",
        description = "Speaks a text into a WAV file (16 kHz, 16 bit), as callers would hear it.",
        footer = {"", "Exit codes: 0 said, 1 it cannot be said or written, 2 the command was not understood."},
        mixinStandardHelpOptions = true)
final class SayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "TEXT", description = "What to say.")
    private String text = "";

    @Parameters(index = "1", paramLabel = "OUT.wav", description = "Where to.")
    private Path file = Path.of("");

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            defaultValue = "freetts",
            description = "freetts, or flite or espeak-ng where the machine has them; ${DEFAULT-VALUE} by default.")
    private String engine = "";

    @Override
    public Integer call() {
        SynthesisEngine chosen = SynthesisEngine.of(engine)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "No engine is called '" + engine + "'; there are " + SynthesisEngine.labels()));
        try (SpeechSynthesizer voice = chosen.open(1, 1)) {
            Sound sound = voice.say(text);
            WavFile.write(file, sound);
            spec.commandLine()
                    .getOut()
                    .println("%s: %.1f s, said by %s"
                            .formatted(file, sound.duration().toMillis() / 1000.0, voice.engine()));
            return 0;
        } catch (UnspeakableException | IllegalStateException e) {
            throw new VoiceProblem(e.getMessage() == null ? "it cannot be said" : e.getMessage(), e);
        } catch (IOException e) {
            throw new VoiceProblem(
                    "cannot write " + file + " (" + e.getClass().getSimpleName() + "); does its folder exist?", e);
        }
    }
}
