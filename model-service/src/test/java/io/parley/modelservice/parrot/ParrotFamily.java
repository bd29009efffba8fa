package io.parley.modelservice.parrot;

import io.parley.campaign.Campaign;
import io.parley.campaign.Example;
import io.parley.campaign.Reading;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.modelservice.campaigns.ExampleFiles;
import io.parley.modelservice.family.Learnt;
import io.parley.modelservice.family.Lesson;
import io.parley.modelservice.family.ModelFamily;
import io.parley.modelservice.family.ModelNames;
import io.parley.modelservice.family.Study;
import io.parley.modelservice.family.Verdict;
import io.parley.neural.jobs.ProgressListener;
import io.parley.neural.jobs.Step;
import io.parley.neural.registry.DataHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Parrots. They learn at once, or for as long as they are told to. */
public final class ParrotFamily implements ModelFamily<Parrot, Example> {

    private static final int EPOCHS = 3;

    private volatile boolean slow;
    private volatile boolean mute;
    private volatile String species = "grey";

    /** Makes the lessons from now on last until they are cancelled, or end at once again. */
    public void slow(boolean now) {
        slow = now;
    }

    /** Has the parrots from now on written so that they cannot be read back. */
    public void mute(boolean now) {
        mute = now;
    }

    /** Changes the settings of the lessons from now on. */
    public void species(String now) {
        species = now;
    }

    @Override
    public ModelNames names() {
        return new ModelNames("parrots", "parrot", "squawk", "parrot");
    }

    @Override
    public List<Example> rows(List<Example> examples) {
        return examples;
    }

    @Override
    public List<Example> rows(Campaign campaign, String name, byte[] content) {
        return ExampleFiles.read(campaign, name, content);
    }

    @Override
    public Lesson<Parrot> lesson(Reading reading) {
        return new Repetition(reading.examples(), Map.of("species", species));
    }

    @Override
    public Lesson<Parrot> lesson(Campaign campaign, List<Example> rows) {
        return new Repetition(rows, Map.of("species", species));
    }

    @Override
    public void write(Parrot model, Path folder) throws IOException {
        Files.write(
                folder.resolve("parrot.json"),
                mute ? new byte[0] : JsonMapper.shared().writeValueAsBytes(model));
    }

    @Override
    public Parrot read(Path folder) {
        try {
            return JsonMapper.shared().readValue(Files.readAllBytes(folder.resolve("parrot.json")), Parrot.class);
        } catch (IOException | JacksonException e) {
            throw new FaultException(Fault.MODEL_CORRUPT, "the parrot in " + folder + " does not speak", e);
        }
    }

    @Override
    public Score evaluate(Parrot model, Campaign campaign, List<Example> rows) {
        long right = rows.stream()
                .filter(row -> model.say(row.text().value()).equals(row.label()))
                .count();
        return new Score(rows.size(), (double) right / rows.size());
    }

    @Override
    public List<Verdict> verdicts(Parrot model, Campaign campaign, List<Example> rows) {
        return rows.stream()
                .map(row -> new Verdict(
                        row.row(),
                        row.text().value(),
                        row.state(),
                        row.label(),
                        model.say(row.text().value())))
                .toList();
    }

    @Override
    public Map<String, Study> studies() {
        return Map.of("census", (data, order) -> {
            data.requireSound();
            return progress -> {
                do {
                    progress.reached("counting", 0.5);
                    Repetition.pause();
                } while (slow);
                return new Census(data.examples().size(), order.seed());
            };
        });
    }

    /** How many rows there are. */
    public record Census(int rows, long seed) {}

    /** How often it said the right thing. */
    public record Score(int rows, double accuracy) {}

    private final class Repetition implements Lesson<Parrot> {

        private final List<Example> rows;
        private final Map<String, String> settings;

        Repetition(List<Example> rows, Map<String, String> settings) {
            this.rows = rows;
            this.settings = settings;
        }

        @Override
        public String hash() {
            DataHash hash = new DataHash();
            rows.forEach(row -> hash.add(row.text().value()).add(row.label()));
            return hash.hex();
        }

        @Override
        public Map<String, String> settings() {
            return settings;
        }

        @Override
        public Learnt<Parrot> learn(long seed, ProgressListener progress) {
            int epoch = 0;
            do {
                progress.reached(new Step("repeating", 0.5, Math.min(++epoch, EPOCHS), EPOCHS, 0, 0));
                pause();
            } while (slow || epoch < EPOCHS);
            Map<String, String> labels = rows.stream()
                    .collect(Collectors.toMap(row -> row.text().value(), Example::label, (first, last) -> last));
            return new Learnt<>(new Parrot(labels), Map.of("texts", (double) labels.size()));
        }

        private static void pause() {
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
