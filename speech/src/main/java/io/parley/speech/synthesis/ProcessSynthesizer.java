package io.parley.speech.synthesis;

import io.parley.speech.Sound;
import io.parley.speech.file.WavFile;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/**
 * A program of this machine that speaks into a WAV file, one process a sentence. The sentence is handed over in a file that is
 * deleted at once, so that no list of processes shows it.
 */
final class ProcessSynthesizer implements SpeechSynthesizer {
    private static final long LONGEST_SECONDS = 20;

    private final SynthesisEngine engine;
    private final BiFunction<Path, Path, List<String>> command;
    private final Semaphore voices;
    private final SentenceCache cache;

    private ProcessSynthesizer(
            SynthesisEngine engine, int voices, int keeps, BiFunction<Path, Path, List<String>> command) {
        this.engine = engine;
        this.command = command;
        this.voices = new Semaphore(voices);
        this.cache = new SentenceCache(keeps, this::speak);
    }

    static SpeechSynthesizer flite(int voices, int keeps) {
        String program = program(SynthesisEngine.FLITE);
        return new ProcessSynthesizer(
                SynthesisEngine.FLITE,
                voices,
                keeps,
                (text, sound) -> List.of(program, "-voice", "slt", "-f", text.toString(), "-o", sound.toString()));
    }

    static SpeechSynthesizer espeak(int voices, int keeps) {
        String program = program(SynthesisEngine.ESPEAK_NG);
        return new ProcessSynthesizer(
                SynthesisEngine.ESPEAK_NG,
                voices,
                keeps,
                (text, sound) -> List.of(program, "-v", "en-us", "-f", text.toString(), "-w", sound.toString()));
    }

    @Override
    public String engine() {
        return engine.label();
    }

    @Override
    public Sound say(String text) throws UnspeakableException {
        return cache.say(text);
    }

    @Override
    public void close() {
        // Every process has ended with its sentence.
    }

    private Sound speak(String sentence) throws UnspeakableException {
        try {
            voices.acquire();
            try {
                return run(sentence);
            } finally {
                voices.release();
            }
        } catch (IOException e) {
            throw new UnspeakableException(engine() + " failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnspeakableException("interrupted while " + engine() + " spoke", e);
        }
    }

    private Sound run(String sentence) throws IOException, InterruptedException, UnspeakableException {
        Path text = Files.createTempFile("parley-say", ".txt");
        Path sound = Files.createTempFile("parley-say", ".wav");
        try {
            Files.writeString(text, sentence, StandardCharsets.UTF_8);
            Process process = new ProcessBuilder(command.apply(text, sound))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new UnspeakableException(engine() + " was not done after " + LONGEST_SECONDS + " s");
            }
            if (process.exitValue() != 0) {
                throw new UnspeakableException(engine() + " ended with exit code " + process.exitValue());
            }
            return WavFile.parseAny(Files.readAllBytes(sound), engine() + "'s sound");
        } finally {
            Files.deleteIfExists(text);
            Files.deleteIfExists(sound);
        }
    }

    private static String program(SynthesisEngine engine) {
        String name = engine.label();
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            Path program = Path.of(folder, name);
            if (Files.isExecutable(program)) {
                return program.toString();
            }
        }
        throw new IllegalStateException("this machine has no " + name + "; install it (on Debian: apt-get install "
                + name + ") or speak with " + SynthesisEngine.FREETTS.label());
    }
}
