package io.parley.intent.study;

import io.parley.intent.evaluation.Figures;
import io.parley.intent.evaluation.Figures.Outcome;
import io.parley.intent.network.Prediction;
import io.parley.intent.training.LabelledSituation;
import io.parley.intent.training.TrainingSet;
import io.parley.intent.training.TrainingSettings;
import io.parley.neural.jobs.ProgressListener;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well the network does on rows of which it learnt neither the wording nor a nearly identical one. Accuracies and F1 in
 * [0, 1].
 *
 * @param rows how many were asked, each once
 * @param seed of the folds and of every training
 * @param dataHash names the rows that were learnt from
 * @param folds by fold: what a network that learnt from the others makes of it
 * @param accuracy over the folds
 * @param macroF1 over the folds
 * @param weightedF1 over the folds
 * @param pooled the figures of all rows together
 * @param confusionMatrix of all rows together
 */
public record CrossValidation(
        int rows,
        long seed,
        String dataHash,
        List<OfFold> folds,
        Spread accuracy,
        Spread macroF1,
        Spread weightedF1,
        Figures pooled,
        ConfusionMatrix confusionMatrix) {

    /** Share of the time that lies behind when the wordings have been compared. */
    private static final double GROUPED = 0.3;

    private static final double ENCODED = 0.8;

    public CrossValidation {
        folds = List.copyOf(folds);
    }

    /**
     * One fold.
     *
     * @param rows how many it has
     */
    public record OfFold(int rows, double accuracy, double macroF1, double weightedF1) {}

    /**
     * Cuts the rows into folds, and asks each fold of a network that learnt from the others.
     *
     * @param scored so many rows in front are asked; the others are only learnt from
     * @param folds at least 2
     * @param seed decides everything random
     * @throws io.parley.contracts.FaultException {@link io.parley.contracts.Fault#TRAINING_DATA_INVALID} if there are too
     *     few rows, labels or wordings
     */
    public static CrossValidation of(
            TrainingSettings settings, TrainingSet data, int scored, int folds, long seed, ProgressListener progress) {
        Learner learner = new Learner(settings, data, scored, seed);
        Folds cut = folds(learner, folds, progress.part(0, GROUPED));
        return of(learner, cut, learner.outOfFold(cut, progress.part(GROUPED, 1)));
    }

    /** Folds such that nearly identical wordings never lie in two of them. */
    static Folds folds(Learner learner, int count, ProgressListener progress) {
        List<LabelledSituation> rows = learner.data().rows();
        SentenceVectors texts = SentenceVectors.of(
                rows.stream().map(row -> row.situation().text().value()).toList(),
                learner.settings().features().encoders(),
                progress.part(0, ENCODED));
        int[] groups = WordingGroups.of(rows, texts, count, progress.part(ENCODED, 1));
        return Folds.of(rows, groups, learner.scored(), count, learner.seed());
    }

    private static CrossValidation of(Learner learner, Folds folds, List<Prediction> predictions) {
        List<Outcome> all = outcomes(learner.data().rows(), predictions);
        List<OfFold> each = new ArrayList<>();
        for (int f = 0; f < folds.count(); f++) {
            int fold = f;
            Figures figures = Figures.of(IntStream.range(0, all.size())
                    .filter(row -> !folds.isLearnt(row, fold))
                    .mapToObj(all::get)
                    .toList());
            each.add(new OfFold(figures.rows(), figures.accuracy(), figures.macroF1(), figures.weightedF1()));
        }
        return new CrossValidation(
                all.size(),
                learner.seed(),
                learner.data().hash(),
                each,
                Spread.of(each, OfFold::accuracy),
                Spread.of(each, OfFold::macroF1),
                Spread.of(each, OfFold::weightedF1),
                Figures.of(all),
                ConfusionMatrix.of(all));
    }

    /** What became of as many rows as there are predictions. */
    static List<Outcome> outcomes(List<LabelledSituation> rows, List<Prediction> predictions) {
        return IntStream.range(0, predictions.size())
                .mapToObj(i -> new Outcome(
                        rows.get(i).situation().state(),
                        rows.get(i).label(),
                        predictions.get(i).best().state()))
                .toList();
    }
}
