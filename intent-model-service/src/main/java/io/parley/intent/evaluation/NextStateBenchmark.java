package io.parley.intent.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.intent.features.SlotLexicon;
import io.parley.intent.network.NextStateModel;
import io.parley.intent.network.Prediction;
import io.parley.intent.training.LabelledSituation;
import io.parley.intent.training.NextStateTrainer;
import io.parley.intent.training.TrainedModel;
import io.parley.intent.training.TrainingProperties;
import io.parley.intent.training.TrainingSet;
import io.parley.intent.training.TrainingSettings;
import io.parley.neural.jobs.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Trains on tables and scores on another, without campaign or service: for benchmarks. Tables are {@code text,label} or
 * {@code session,text,label[,state,allowed,task,kind]}.
 *
 * <p>Rows labelled {@code oos} are out of scope: they are not learnt as a label, but scored by the out-of-scope score.
 */
public final class NextStateBenchmark {

    private static final String OUT_OF_SCOPE = "oos";
    private static final int TURNS_LOOKED_BACK_AT = 5;

    private NextStateBenchmark() {}

    /**
     * Trains and scores. Where sessions have several rows, the network looks back at earlier turns.
     *
     * @param train one table or more
     * @param seed decides everything random
     * @throws FaultException {@link Fault#TRAINING_DATA_INVALID} with every bad row of a table
     * @throws IOException if a file cannot be read
     */
    public static Result run(List<Path> train, Path test, long seed, ProgressListener progress) throws IOException {
        List<LabelledSituation> learnt = new ArrayList<>();
        for (Path file : train) {
            learnt.addAll(situations(LabelledTable.read(file).rows()));
        }
        List<LabelledTable.Row> asked = LabelledTable.read(test).rows();
        List<LabelledSituation> inScope =
                learnt.stream().filter(row -> !row.label().equals(OUT_OF_SCOPE)).toList();
        TrainingSettings settings = settings(inScope);
        long start = System.nanoTime();
        TrainedModel trained = new NextStateTrainer(settings).train(trainingSet(inScope), seed, progress);
        double seconds = (System.nanoTime() - start) / 1e9;
        return result(trained, asked, learnt.size(), seed, seconds, settings);
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

    private static Result result(
            TrainedModel trained,
            List<LabelledTable.Row> asked,
            int learnt,
            long seed,
            double seconds,
            TrainingSettings settings) {
        NextStateModel model = trained.model();
        List<LabelledTable.Row> inScope =
                asked.stream().filter(row -> !isOutOfScope(row)).toList();
        Map<String, Double> byKind = new TreeMap<>();
        asked.stream()
                .map(LabelledTable.Row::kind)
                .filter(kind -> !kind.isEmpty())
                .distinct()
                .forEach(kind -> byKind.put(
                        kind,
                        accuracy(
                                model,
                                inScope.stream()
                                        .filter(row -> row.kind().equals(kind))
                                        .toList())));
        return new Result(
                NextStateEvaluation.of(model, situations(inScope)),
                byKind,
                inScope.size() == asked.size() ? null : outOfScope(model, asked),
                learnt,
                seed,
                seconds,
                settings.described(),
                trained.metrics());
    }

    private static double accuracy(NextStateModel model, List<LabelledTable.Row> rows) {
        return rows.stream()
                .mapToInt(row -> isRight(model.predict(row.labelled().situation()), row) ? 1 : 0)
                .average()
                .orElse(0);
    }

    private static OutOfScope outOfScope(NextStateModel model, List<LabelledTable.Row> asked) {
        double at = model.thresholds().outOfScopeAt();
        List<Double> in = new ArrayList<>();
        List<Double> out = new ArrayList<>();
        int right = 0;
        for (LabelledTable.Row row : asked) {
            Prediction prediction = model.predict(row.labelled().situation());
            (isOutOfScope(row) ? out : in).add(prediction.outOfScope());
            right += prediction.outOfScope() <= at && isRight(prediction, row) ? 1 : 0;
        }
        double recall =
                out.stream().mapToInt(score -> score > at ? 1 : 0).average().orElse(0);
        return new OutOfScope(out.size(), recall, in.isEmpty() ? 0 : (double) right / in.size(), rankedAbove(out, in));
    }

    /** The probability that one of the first lies above one of the second; ties count half. */
    private static double rankedAbove(List<Double> first, List<Double> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return 0;
        }
        List<Double> sorted = new ArrayList<>(second);
        Collections.sort(sorted);
        double above = 0;
        for (double score : first) {
            above += (below(sorted, score, false) + below(sorted, score, true)) / 2.0;
        }
        return above / first.size() / second.size();
    }

    private static int below(List<Double> sorted, double score, boolean orEqual) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean counts = orEqual ? sorted.get(middle) <= score : sorted.get(middle) < score;
            low = counts ? middle + 1 : low;
            high = counts ? high : middle;
        }
        return low;
    }

    private static boolean isRight(Prediction prediction, LabelledTable.Row row) {
        return prediction.best().state().equals(row.labelled().label());
    }

    private static boolean isOutOfScope(LabelledTable.Row row) {
        return row.labelled().label().equals(OUT_OF_SCOPE);
    }

    private static List<LabelledSituation> situations(List<LabelledTable.Row> rows) {
        return rows.stream().map(LabelledTable.Row::labelled).toList();
    }

    /**
     * What came out.
     *
     * @param evaluation of the rows in scope, whatever their out-of-scope score
     * @param accuracyByKind accuracy of the rows of each {@code kind}, where the table has that column
     * @param outOfScopeRows how rows labelled {@code oos} were told from the others; null if the table has none
     * @param trainingRows how many rows were given to learn from
     * @param seconds training took, encoding included
     * @param settings everything that decided what the model became
     * @param training what was seen while training
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Result(
            @JsonUnwrapped Evaluation evaluation,
            Map<String, Double> accuracyByKind,
            @Nullable OutOfScope outOfScopeRows,
            int trainingRows,
            long seed,
            double seconds,
            Map<String, String> settings,
            Map<String, Double> training) {

        public Result {
            accuracyByKind = Map.copyOf(accuracyByKind);
            settings = Map.copyOf(settings);
            training = Map.copyOf(training);
        }
    }

    /**
     * How rows out of scope were told from the others.
     *
     * @param rows out of scope
     * @param recall share of them above the version's threshold
     * @param inScopeAccuracy share of the others that are below it and right
     * @param auroc the probability that a row out of scope scores above one in scope
     */
    public record OutOfScope(int rows, double recall, double inScopeAccuracy, double auroc) {}
}
