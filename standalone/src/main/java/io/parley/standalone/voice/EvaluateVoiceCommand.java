package io.parley.standalone.voice;

import io.parley.speech.Sound;
import io.parley.speech.evaluation.WordErrors;
import io.parley.speech.recognition.Expectation;
import io.parley.speech.recognition.Heard;
import io.parley.speech.recognition.Hypothesis;
import io.parley.speech.recognition.Listening;
import io.parley.speech.recognition.NoDecoderFreeException;
import io.parley.speech.recognition.SpeechRecognizer;
import io.parley.speech.recognition.Vocabulary;
import io.parley.standalone.client.JsonOutput;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Counts the words that recognition gets wrong. */
@Command(
        name = "evaluate",
        description = {
            "Hears every file of a list and counts the words that came out wrong. Case, punctuation and whether numbers are",
            "figures or words do not count. The first ten files are fed at the pace they were spoken at, which gives the",
            "latency from the last sample to the final text (median); the others as fast as the engine takes them."
        },
        footer = {"", "Exit codes: 0 measured, 1 a file is no sound, 2 the command was not understood."},
        mixinStandardHelpOptions = true)
final class EvaluateVoiceCommand implements Callable<Integer> {
    private static final int PACED = 10;
    private static final int FRAME_MS = 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--manifest",
            required = true,
            paramLabel = "FILE",
            description = "CSV with the header file,text; the files lie beside it.")
    private Path manifest = Path.of("");

    @Option(names = "--telephone", description = "Take away what a telephone does not carry (above 4 kHz) first.")
    private boolean telephone;

    @Option(names = "--errors", description = "Also tell what came out wrong.")
    private boolean errors;

    @Mixin
    private ListeningOptions options = new ListeningOptions();

    @Mixin
    private JsonOutput json = new JsonOutput();

    /** What was measured, as it is written. */
    record Report(
            String engine,
            int utterances,
            int words,
            double wordErrorRate,
            double sentenceAccuracy,
            double realTimeFactor,
            double latencyToFinalMs,
            int nothingHeard,
            double audioSeconds) {}

    /** One line of the list. */
    private record Spoken(Path file, String text) {}

    @Override
    public Integer call() {
        List<Spoken> list = list();
        Vocabulary vocabulary = options.vocabulary();
        Expectation expects = options.expectation();
        try (SpeechRecognizer recognizer = options.open()) {
            recognizer.prepare(vocabulary);
            hear(recognizer, vocabulary, expects, sound(list.getFirst()), false);
            Report report = measure(recognizer, vocabulary, expects, list);
            print(report);
            json.write(report);
            return 0;
        } catch (NoDecoderFreeException e) {
            throw new IllegalStateException("nobody else listens here", e);
        }
    }

    private Report measure(SpeechRecognizer recognizer, Vocabulary vocabulary, Expectation expects, List<Spoken> list)
            throws NoDecoderFreeException {
        WordErrors all = new WordErrors(0, 0);
        int right = 0;
        int nothing = 0;
        double audio = 0;
        double worked = 0;
        List<Double> latencies = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            Spoken spoken = list.get(i);
            Sound sound = sound(spoken);
            Timed timed = hear(recognizer, vocabulary, expects, sound, i < PACED);
            String heard =
                    timed.heard().first().map(EvaluateVoiceCommand::words).orElse("");
            WordErrors found = WordErrors.of(spoken.text(), heard);
            all = all.plus(found);
            right += found.errors() == 0 ? 1 : 0;
            nothing += heard.isEmpty() ? 1 : 0;
            audio += sound.duration().toMillis() / 1000.0;
            worked += timed.heard().decoding().toMillis() / 1000.0;
            if (i < PACED) {
                latencies.add(timed.latencyMs());
            }
            if (errors && found.errors() > 0) {
                spec.commandLine()
                        .getOut()
                        .println(spoken.file().getFileName() + "\n  said  " + spoken.text() + "\n  heard " + heard);
            }
        }
        Collections.sort(latencies);
        return new Report(
                recognizer.engine(),
                list.size(),
                all.said(),
                all.rate(),
                (double) right / list.size(),
                worked / audio,
                latencies.get(latencies.size() / 2),
                nothing,
                audio);
    }

    /** What was spoken where the engine tells, since the text has spelled letters put together. */
    private static String words(Hypothesis best) {
        return best.words().isEmpty()
                ? best.text()
                : String.join(
                        " ", best.words().stream().map(word -> word.text()).toList());
    }

    /** What was heard, and how long after the last sample. */
    private record Timed(Heard heard, double latencyMs) {}

    private Timed hear(
            SpeechRecognizer recognizer, Vocabulary vocabulary, Expectation expects, Sound sound, boolean paced)
            throws NoDecoderFreeException {
        try (Listening listening = recognizer.listen(vocabulary, expects)) {
            int frame = sound.rate() * FRAME_MS / 1000;
            long began = System.nanoTime();
            for (int from = 0; from < sound.samples().length; from += frame) {
                if (paced) {
                    long due = began
                            + TimeUnit.SECONDS.toNanos(1)
                                    * Math.min(from + frame, sound.samples().length)
                                    / sound.rate();
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                listening.hear(sound.slice(from, from + frame));
            }
            long ended = System.nanoTime();
            Heard heard = listening.end();
            return new Timed(heard, (System.nanoTime() - ended) / 1e6);
        }
    }

    private Sound sound(Spoken spoken) {
        Sound sound = HearCommand.sound(spoken.file());
        return telephone ? sound.atRate(Sound.TELEPHONE) : sound;
    }

    private List<Spoken> list() {
        try (Reader reader = Files.newBufferedReader(manifest)) {
            List<Spoken> list = new ArrayList<>();
            Path folder = Objects.requireNonNull(manifest.toAbsolutePath().getParent(), "of a file");
            for (CSVRecord row : CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)) {
                list.add(new Spoken(folder.resolve(row.get("file")), row.get("text")));
            }
            if (list.isEmpty()) {
                throw new VoiceProblem(manifest + " lists no file; it needs the header file,text and a line for each");
            }
            return list;
        } catch (IOException e) {
            throw new VoiceProblem("cannot read " + manifest + "; is it there?", e);
        } catch (IllegalArgumentException e) {
            throw new VoiceProblem(manifest + " has no columns file and text; its first line must be file,text", e);
        }
    }

    private void print(Report report) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("%s heard %d utterances, %d words, %.0f s"
                .formatted(report.engine(), report.utterances(), report.words(), report.audioSeconds()));
        out.println("word errors        %.1f %%".formatted(100 * report.wordErrorRate()));
        out.println("whole sentences    %.1f %%".formatted(100 * report.sentenceAccuracy()));
        out.println("real-time factor   %.2f".formatted(report.realTimeFactor()));
        out.println("latency to final   %.0f ms".formatted(report.latencyToFinalMs()));
        out.flush();
    }
}
