package io.parley.intent.evaluation;

import io.parley.campaign.Campaign;
import io.parley.campaign.CampaignProblem;
import io.parley.campaign.CampaignReader;
import io.parley.campaign.Reading;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.intent.features.InputPart;
import io.parley.intent.features.SlotLexicon;
import io.parley.intent.network.ModelFiles;
import io.parley.intent.network.NextStateModel;
import io.parley.intent.network.Prediction;
import io.parley.intent.training.CampaignTrainingSet;
import io.parley.intent.training.LabelledSituation;
import io.parley.intent.training.NextStateTrainer;
import io.parley.intent.training.TrainedModel;
import io.parley.intent.training.TrainingProperties;
import io.parley.intent.training.TrainingSet;
import io.parley.intent.training.TrainingSettings;
import io.parley.neural.jobs.ProgressListener;
import io.parley.neural.jobs.TrainingThreads;
import io.parley.neural.registry.FolderHash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Trains on tables and scores on another, without campaign or service: for benchmarks. Tables are {@code text,label} or
 * {@code session,text,label[,state,allowed,task,kind]}.
 */
public final class NextStateBenchmark {

    private static final int TURNS_LOOKED_BACK_AT = 5;

    private NextStateBenchmark() {}

    /**
     * Trains and scores. Where sessions have several rows, the network looks back at earlier turns. Rows out of scope are not
     * learnt as a label, but scored by the out-of-scope score.
     *
     * @param without parts of its input that the network does not get to see
     * @param seed decides everything random
     * @throws FaultException {@link Fault#TRAINING_DATA_INVALID} with every bad row of a table
     * @throws IOException if a file cannot be read
     */
    public static BenchmarkReport run(
            BenchmarkFiles files, Set<InputPart> without, long seed, ProgressListener progress) throws IOException {
        List<LabelledSituation> learnt = new ArrayList<>();
        for (Path file : files.train()) {
            learnt.addAll(inScope(LabelledTable.read(file).rows(), files));
        }
        List<LabelledSituation> valid = files.valid() == null
                ? List.of()
                : inScope(LabelledTable.read(files.valid()).rows(), files);
        List<LabelledTable.Row> asked = LabelledTable.read(files.test()).rows();
        Exam exam = new Exam(trainingSet(learnt), valid, asked, files.outOfScope());
        return run(exam, settings(learnt, without), seed, progress);
    }

    /**
     * Trains on a campaign as its service does, and scores on its {@code held-out.csv}.
     *
     * @param folder of the campaign
     * @param without parts of its input that the network does not get to see
     * @throws FaultException {@link Fault#CAMPAIGN_INVALID} with every error, or where nothing is held out
     * @throws IOException if the model cannot be written to measure it
     */
    public static BenchmarkReport run(Path folder, Set<InputPart> without, long seed, ProgressListener progress)
            throws IOException {
        Reading reading = CampaignReader.read(folder);
        Campaign campaign = reading.campaign().orElse(null);
        if (campaign == null || !reading.isValid()) {
            throw new FaultException(
                    Fault.CAMPAIGN_INVALID,
                    folder + " has errors; see parley validate",
                    reading.problems().stream()
                            .filter(CampaignProblem::isError)
                            .map(CampaignProblem::toString)
                            .toList());
        }
        if (reading.heldOut().isEmpty()) {
            throw new FaultException(
                    Fault.CAMPAIGN_INVALID,
                    folder + " has no held-out.csv to score on; write one, or name a --test file");
        }
        List<LabelledTable.Row> asked = CampaignTrainingSet.labelled(campaign, reading.heldOut()).stream()
                .map(row -> new LabelledTable.Row(row, ""))
                .toList();
        Exam exam = new Exam(CampaignTrainingSet.of(campaign, reading.examples()), List.of(), asked, Set.of());
        return run(exam, TrainingProperties.defaults(0).settings().leavingOut(without), seed, progress);
    }

    private static BenchmarkReport run(Exam exam, TrainingSettings settings, long seed, ProgressListener progress)
            throws IOException {
        List<LabelledTable.Row> asked = exam.asked();
        Effort.Start start = Effort.start();
        TrainedModel trained = new NextStateTrainer(settings).train(exam.data(), exam.valid(), seed, progress);
        Effort effort = start.stop();
        NextStateModel model = trained.model();
        Speed speed =
                Speed.of(model, asked.stream().map(LabelledTable.Row::labelled).toList());
        List<Prediction> predictions =
                TrainingThreads.map(asked, row -> model.predict(row.labelled().situation()));
        List<LabelledSituation> inScope = exam.inScope();
        Evaluation evaluation = NextStateEvaluation.of(model, inScope);
        return new BenchmarkReport(
                evaluation,
                evaluation.figures().accuracy(),
                byKind(exam, predictions),
                inScope.size() == asked.size() ? null : outOfScope(model, exam, predictions),
                exam.data().rows().size(),
                effort,
                speed.latencyMs(),
                speed.predictionsPerSecond(),
                Effort.peakMemoryMb(),
                FolderHash.ofWritten(folder -> ModelFiles.write(model, folder)),
                exam.data().hash(),
                seed,
                settings.described(),
                trained.metrics(),
                mistakes(exam, predictions));
    }

    static TrainingSettings settings(List<LabelledSituation> rows, Set<InputPart> without) {
        boolean conversations = !without.contains(InputPart.HISTORY)
                && rows.stream().anyMatch(row -> !row.situation().history().isEmpty());
        return TrainingProperties.defaults(conversations ? TURNS_LOOKED_BACK_AT : 0)
                .settings()
                .leavingOut(without);
    }

    static TrainingSet trainingSet(List<LabelledSituation> rows) {
        return new TrainingSet(
                rows.stream()
                        .map(row -> row.situation().state())
                        .distinct()
                        .sorted()
                        .toList(),
                rows.stream().map(LabelledSituation::label).distinct().sorted().toList(),
                rows,
                Map.of(),
                List.of(),
                SlotLexicon.NONE);
    }

    private static Map<String, BenchmarkReport.OfKind> byKind(Exam exam, List<Prediction> predictions) {
        List<LabelledTable.Row> asked = exam.asked();
        Map<String, int[]> counts = new TreeMap<>();
        for (int i = 0; i < asked.size(); i++) {
            LabelledTable.Row row = asked.get(i);
            if (!row.kind().isEmpty() && !exam.isOutOfScope(row)) {
                int[] count = counts.computeIfAbsent(row.kind(), kind -> new int[2]);
                count[0]++;
                count[1] += isRight(predictions.get(i), row) ? 1 : 0;
            }
        }
        Map<String, BenchmarkReport.OfKind> byKind = new TreeMap<>();
        counts.forEach((kind, count) ->
                byKind.put(kind, new BenchmarkReport.OfKind(count[0], count[1] / (double) count[0])));
        return byKind;
    }

    private static @Nullable OutOfScopeScores outOfScope(
            NextStateModel model, Exam exam, List<Prediction> predictions) {
        List<LabelledTable.Row> asked = exam.asked();
        List<OutOfScopeScores.Scored> scored = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            scored.add(new OutOfScopeScores.Scored(
                    predictions.get(i).outOfScope(),
                    !exam.isOutOfScope(asked.get(i)),
                    isRight(predictions.get(i), asked.get(i))));
        }
        return OutOfScopeScores.of(scored, model.thresholds().outOfScopeAt());
    }

    private static List<BenchmarkReport.Mistake> mistakes(Exam exam, List<Prediction> predictions) {
        List<LabelledTable.Row> asked = exam.asked();
        List<BenchmarkReport.Mistake> mistakes = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            LabelledTable.Row row = asked.get(i);
            Prediction prediction = predictions.get(i);
            if (!exam.isOutOfScope(row) && !isRight(prediction, row)) {
                mistakes.add(new BenchmarkReport.Mistake(
                        row.labelled().session(),
                        row.labelled().situation().text().value(),
                        row.labelled().situation().state(),
                        row.labelled().label(),
                        prediction.best().state(),
                        prediction.best().probability()));
            }
        }
        return mistakes;
    }

    private static boolean isRight(Prediction prediction, LabelledTable.Row row) {
        return prediction.best().state().equals(row.labelled().label());
    }

    private static List<LabelledSituation> inScope(List<LabelledTable.Row> rows, BenchmarkFiles files) {
        return rows.stream()
                .filter(row -> !files.outOfScope().contains(row.labelled().label()))
                .map(LabelledTable.Row::labelled)
                .toList();
    }

    /**
     * What is learnt and what is asked.
     *
     * @param valid to stop by and to choose thresholds on; empty to keep some of the data apart
     * @param outOfScope labels that mean so
     */
    private record Exam(
            TrainingSet data, List<LabelledSituation> valid, List<LabelledTable.Row> asked, Set<String> outOfScope) {

        boolean isOutOfScope(LabelledTable.Row row) {
            return outOfScope.contains(row.labelled().label());
        }

        List<LabelledSituation> inScope() {
            return asked.stream()
                    .filter(row -> !isOutOfScope(row))
                    .map(LabelledTable.Row::labelled)
                    .toList();
        }
    }
}
