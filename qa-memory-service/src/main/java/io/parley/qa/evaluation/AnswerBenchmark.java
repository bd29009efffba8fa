package io.parley.qa.evaluation;

import io.parley.campaign.Campaign;
import io.parley.campaign.CampaignProblem;
import io.parley.campaign.CampaignReader;
import io.parley.campaign.Fact;
import io.parley.campaign.FactReader;
import io.parley.campaign.FactReading;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.neural.encoder.Pretrained;
import io.parley.neural.jobs.ProgressListener;
import io.parley.neural.jobs.Step;
import io.parley.neural.registry.FolderHash;
import io.parley.qa.jobs.AnswerFiles;
import io.parley.qa.memory.TrainingSettings;
import io.parley.qa.recall.AnswerModel;
import io.parley.qa.recall.AnswerTrainer;
import io.parley.qa.recall.LabelledText;
import io.parley.qa.recall.ModelFiles;
import io.parley.qa.recall.PhraseEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Trains on files and scores on another, without any service: for benchmarks. Tables are {@code text,fact}; where the facts
 * are a campaign's, its own tables {@code session,text,label[,state][,fact]} will do as well.
 */
public final class AnswerBenchmark {

    private static final String FLOW = "flow.yaml";

    private final List<Fact> facts;
    private final Optional<Campaign> campaign;

    private AnswerBenchmark(List<Fact> facts, Optional<Campaign> campaign) {
        this.facts = facts;
        this.campaign = campaign;
    }

    /**
     * Trains on facts and texts and scores on others.
     *
     * @param facts a {@code facts.yaml}
     * @param train a table; null to learn from the facts alone
     * @param test a table
     * @throws FaultException {@link Fault#TRAINING_DATA_INVALID} with every problem of a file
     * @throws IOException if a file cannot be read
     */
    public static AnswerReport run(Path facts, @Nullable Path train, Path test, long seed, ProgressListener progress)
            throws IOException {
        AnswerBenchmark benchmark = of(facts);
        List<LabelledText> learned = train == null ? List.of() : benchmark.texts(train, true);
        return benchmark.run(learned, benchmark.texts(test, false), seed, progress);
    }

    private static AnswerBenchmark of(Path facts) {
        FactReading reading = FactReader.read(facts);
        if (!reading.isValid()) {
            List<String> errors = reading.problems().stream()
                    .filter(CampaignProblem::isError)
                    .map(CampaignProblem::toString)
                    .toList();
            throw new FaultException(
                    Fault.TRAINING_DATA_INVALID, facts + " has " + errors.size() + " problems; correct them", errors);
        }
        Path folder = facts.toAbsolutePath().getParent();
        Optional<Campaign> campaign = folder != null && Files.exists(folder.resolve(FLOW))
                ? CampaignReader.read(folder).campaign()
                : Optional.empty();
        return new AnswerBenchmark(campaign.map(Campaign::facts).orElse(reading.facts()), campaign);
    }

    private AnswerReport run(List<LabelledText> learned, List<LabelledText> asked, long seed, ProgressListener progress)
            throws IOException {
        AnswerTrainer trainer = new AnswerTrainer(
                PhraseEncoder.shared(List.of(Pretrained.MINILM, Pretrained.BGE_SMALL)), TrainingSettings.DEFAULT, seed);
        Encoded encoded = new Encoded(progress);
        long start = System.nanoTime();
        AnswerModel model = trainer.train(facts, learned, encoded);
        double wall = (System.nanoTime() - start) / 1e9;
        AnswerSpeed.LatencyMs latency = AnswerSpeed.of(model, asked);
        AnswerEvaluation evaluation = AnswerEvaluation.of(model, asked);
        return new AnswerReport(
                evaluation,
                new AnswerReport.NoFact(
                        evaluation.unanswerable(),
                        evaluation.falseAnswers(),
                        evaluation.refused(),
                        evaluation.noFactAt()),
                facts.size(),
                learned.size(),
                new AnswerReport.TrainSeconds(wall, (encoded.at - start) / 1e9),
                latency,
                FolderHash.ofWritten(folder -> ModelFiles.write(model, folder)),
                seed);
    }

    private List<LabelledText> texts(Path file, boolean toLearn) throws IOException {
        String name = String.valueOf(file.getFileName());
        byte[] content = Files.readAllBytes(file);
        if (campaign.isEmpty()) {
            return AnswerFiles.read(facts, name, content);
        }
        return toLearn
                ? AnswerFiles.read(campaign.get(), name, content)
                : AnswerFiles.readAsked(campaign.get(), name, content);
    }

    /** Notes when everything was encoded: when the phase after it began. */
    private static final class Encoded implements ProgressListener {

        private final ProgressListener listener;
        private long at;

        Encoded(ProgressListener listener) {
            this.listener = listener;
        }

        @Override
        public void reached(Step step) {
            if (at == 0 && !step.phase().equals("encoding")) {
                at = System.nanoTime();
            }
            listener.reached(step);
        }
    }
}
