package io.parley.intent.evaluation;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.intent.features.SlotLexicon;
import io.parley.intent.network.ModelFiles;
import io.parley.intent.network.NextStateModel;
import io.parley.intent.network.Prediction;
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
     * @param seed decides everything random
     * @throws FaultException {@link Fault#TRAINING_DATA_INVALID} with every bad row of a table
     * @throws IOException if a file cannot be read
     */
    public static BenchmarkReport run(BenchmarkFiles files, long seed, ProgressListener progress) throws IOException {
        List<LabelledSituation> learnt = new ArrayList<>();
        for (Path file : files.train()) {
            learnt.addAll(inScope(LabelledTable.read(file).rows(), files));
        }
        List<LabelledSituation> valid = files.valid() == null
                ? List.of()
                : inScope(LabelledTable.read(files.valid()).rows(), files);
        List<LabelledTable.Row> asked = LabelledTable.read(files.test()).rows();
        TrainingSettings settings = settings(learnt);
        TrainingSet data = trainingSet(learnt);
        Effort.Start start = Effort.start();
        TrainedModel trained = new NextStateTrainer(settings).train(data, valid, seed, progress);
        Effort effort = start.stop();
        NextStateModel model = trained.model();
        Speed speed = Speed.of(
                model, asked.stream().map(LabelledTable.Row::labelled).toList());
        List<Prediction> predictions = TrainingThreads.map(
                asked, row -> model.predict(row.labelled().situation()));
        List<LabelledSituation> inScope = inScope(asked, files);
        Evaluation evaluation = NextStateEvaluation.of(model, inScope);
        return new BenchmarkReport(
                evaluation,
                evaluation.accuracy(),
                byKind(asked, predictions, files),
                inScope.size() == asked.size() ? null : outOfScope(model, asked, predictions, files),
                learnt.size(),
                effort,
                speed.latencyMs(),
                speed.predictionsPerSecond(),
                Effort.peakMemoryMb(),
                FolderHash.ofWritten(folder -> ModelFiles.write(model, folder)),
                data.hash(),
                seed,
                settings.described(),
                trained.metrics(),
                errors(asked, predictions, files));
    }

    private static TrainingSettings settings(List<LabelledSituation> rows) {
        boolean conversations =
                rows.stream().anyMatch(row -> !row.situation().history().isEmpty());
        return TrainingProperties.defaults(conversations ? TURNS_LOOKED_BACK_AT : 0)
                .settings();
    }

    private static TrainingSet trainingSet(List<LabelledSituation> rows) {
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

    private static Map<String, BenchmarkReport.OfKind> byKind(
            List<LabelledTable.Row> asked, List<Prediction> predictions, BenchmarkFiles files) {
        Map<String, int[]> counts = new TreeMap<>();
        for (int i = 0; i < asked.size(); i++) {
            LabelledTable.Row row = asked.get(i);
            if (!row.kind().isEmpty() && !isOutOfScope(row, files)) {
                int[] count = counts.computeIfAbsent(row.kind(), kind -> new int[2]);
                count[0]++;
                count[1] += isRight(predictions.get(i), row) ? 1 : 0;
            }
        }
        Map<String, BenchmarkReport.OfKind> byKind = new TreeMap<>();
        counts.forEach(
                (kind, count) -> byKind.put(kind, new BenchmarkReport.OfKind(count[0], count[1] / (double) count[0])));
        return byKind;
    }

    private static @Nullable OutOfScopeScores outOfScope(
            NextStateModel model, List<LabelledTable.Row> asked, List<Prediction> predictions, BenchmarkFiles files) {
        List<OutOfScopeScores.Scored> scored = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            scored.add(new OutOfScopeScores.Scored(
                    predictions.get(i).outOfScope(),
                    !isOutOfScope(asked.get(i), files),
                    isRight(predictions.get(i), asked.get(i))));
        }
        return OutOfScopeScores.of(scored, model.thresholds().outOfScopeAt());
    }

    private static List<BenchmarkReport.Mistake> errors(
            List<LabelledTable.Row> asked, List<Prediction> predictions, BenchmarkFiles files) {
        List<BenchmarkReport.Mistake> errors = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            LabelledTable.Row row = asked.get(i);
            Prediction prediction = predictions.get(i);
            if (!isOutOfScope(row, files) && !isRight(prediction, row)) {
                errors.add(new BenchmarkReport.Mistake(
                        row.labelled().session(),
                        row.labelled().situation().text().value(),
                        row.labelled().situation().state(),
                        row.labelled().label(),
                        prediction.best().state(),
                        prediction.best().probability()));
            }
        }
        return errors;
    }

    private static boolean isRight(Prediction prediction, LabelledTable.Row row) {
        return prediction.best().state().equals(row.labelled().label());
    }

    private static boolean isOutOfScope(LabelledTable.Row row, BenchmarkFiles files) {
        return files.outOfScope().contains(row.labelled().label());
    }

    private static List<LabelledSituation> inScope(List<LabelledTable.Row> rows, BenchmarkFiles files) {
        return rows.stream()
                .filter(row -> !isOutOfScope(row, files))
                .map(LabelledTable.Row::labelled)
                .toList();
    }
}
