package io.parley.intent.study;

import io.parley.intent.network.NextStateModel;
import io.parley.intent.network.Prediction;
import io.parley.intent.training.LabelledSituation;
import io.parley.intent.training.NextStateTrainer;
import io.parley.intent.training.TrainingSet;
import io.parley.intent.training.TrainingSettings;
import io.parley.neural.jobs.ProgressListener;
import io.parley.neural.jobs.Step;
import io.parley.neural.jobs.TrainingThreads;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Learns from parts of a training set, as a training learns from all of it.
 *
 * @param settings of every training
 * @param data all there is to learn from
 * @param scored so many rows in front are asked; the others, such as the questions of the facts, are only learnt from
 * @param seed of every training
 */
record Learner(TrainingSettings settings, TrainingSet data, int scored, long seed) {

    /** A model of some of the rows. */
    NextStateModel learn(IntPredicate learnt, ProgressListener progress) {
        List<LabelledSituation> rows = IntStream.range(0, data.rows().size())
                .filter(learnt)
                .mapToObj(data.rows()::get)
                .toList();
        TrainingSet part =
                new TrainingSet(data.states(), data.labels(), rows, data.flow(), data.anywhere(), data.lexicon());
        return new NextStateTrainer(settings).train(part, seed, progress).model();
    }

    /**
     * What is said to every scored row by a model that learnt from no row of its fold.
     *
     * @return in the order of the rows
     */
    List<Prediction> outOfFold(Folds folds, ProgressListener progress) {
        Map<Integer, Prediction> predictions = new TreeMap<>();
        for (int f = 0; f < folds.count(); f++) {
            int fold = f;
            NextStateModel model = learn(
                    row -> folds.isLearnt(row, fold),
                    named("fold " + (fold + 1) + " of " + folds.count(), progress)
                            .part(fold / (double) folds.count(), (fold + 1) / (double) folds.count()));
            List<Integer> asked = IntStream.range(0, scored)
                    .filter(row -> !folds.isLearnt(row, fold))
                    .boxed()
                    .toList();
            List<Prediction> said =
                    predict(model, asked.stream().map(data.rows()::get).toList());
            for (int i = 0; i < asked.size(); i++) {
                predictions.put(asked.get(i), said.get(i));
            }
        }
        return List.copyOf(predictions.values());
    }

    static List<Prediction> predict(NextStateModel model, List<LabelledSituation> rows) {
        return TrainingThreads.map(rows, row -> model.predict(row.situation()));
    }

    /** Says which of several trainings it is. */
    static ProgressListener named(String what, ProgressListener progress) {
        return step -> progress.reached(new Step(
                what + ", " + step.phase(),
                step.done(),
                step.epoch(),
                step.epochs(),
                step.loss(),
                step.heldOutAccuracy()));
    }
}
