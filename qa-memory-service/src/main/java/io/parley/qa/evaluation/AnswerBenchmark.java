package io.parley.qa.evaluation;

import io.parley.campaign.CampaignProblem;
import io.parley.campaign.FactReader;
import io.parley.campaign.FactReading;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.neural.encoder.Pretrained;
import io.parley.neural.jobs.ProgressListener;
import io.parley.qa.jobs.AnswerFiles;
import io.parley.qa.memory.TrainingSettings;
import io.parley.qa.recall.AnswerTrainer;
import io.parley.qa.recall.LabelledText;
import io.parley.qa.recall.PhraseEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Trains on files and scores on another, without any service: for benchmarks. */
public final class AnswerBenchmark {

    private AnswerBenchmark() {}

    /**
     * Trains on facts and texts and scores on others.
     *
     * @param facts a {@code facts.yaml}
     * @param train a table {@code text,fact}; null to learn from the facts alone
     * @param test a table {@code text,fact}
     * @throws FaultException {@link Fault#TRAINING_DATA_INVALID} with every problem of a file
     * @throws IOException if a file cannot be read
     */
    public static AnswerEvaluation run(
            Path facts, @Nullable Path train, Path test, long seed, ProgressListener progress) throws IOException {
        FactReading reading = FactReader.read(facts);
        if (!reading.isValid()) {
            List<String> errors = reading.problems().stream()
                    .filter(CampaignProblem::isError)
                    .map(CampaignProblem::toString)
                    .toList();
            throw new FaultException(
                    Fault.TRAINING_DATA_INVALID, facts + " has " + errors.size() + " problems; correct them", errors);
        }
        List<LabelledText> learned = train == null ? List.of() : texts(reading, train);
        List<LabelledText> asked = texts(reading, test);
        AnswerTrainer trainer = new AnswerTrainer(
                PhraseEncoder.shared(List.of(Pretrained.MINILM, Pretrained.BGE_SMALL)), TrainingSettings.DEFAULT, seed);
        return AnswerEvaluation.of(trainer.train(reading.facts(), learned, List.of(), progress), asked);
    }

    private static List<LabelledText> texts(FactReading facts, Path file) throws IOException {
        return AnswerFiles.read(facts.facts(), String.valueOf(file.getFileName()), Files.readAllBytes(file));
    }
}
