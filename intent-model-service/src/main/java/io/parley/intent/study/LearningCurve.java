package io.parley.intent.study;

import io.parley.intent.evaluation.Figures;
import io.parley.intent.network.NextStateModel;
import io.parley.intent.training.LabelledSituation;
import io.parley.neural.jobs.ProgressListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How well the network does with less to learn from; where the curve still rises, more rows would help. The rows of a
 * smaller share are among those of a larger.
 *
 * @param scoredOn {@code held-out.csv}, or {@code a kept fold} where the campaign holds nothing out
 * @param scoredRows how many rows every network is asked
 * @param seed of the choice of rows and of every training
 * @param points by share, the smallest first
 */
public record LearningCurve(String scoredOn, int scoredRows, long seed, List<Point> points) {

    public LearningCurve {
        points = List.copyOf(points);
    }

    /**
     * What came of one share. Accuracy and F1 in [0, 1].
     *
     * @param fraction of the rows there are to learn from, in (0, 1]
     * @param rows how many these are; what facts give to learn comes on top
     */
    public record Point(double fraction, int rows, double accuracy, double macroF1, double weightedF1) {}

    /**
     * Learns from one share after the other.
     *
     * @param pool the rows to choose from, by number
     * @param besides whether a row is learnt from in any case
     * @param asked what every network is asked
     */
    static List<Point> points(
            Learner learner,
            List<Integer> pool,
            Set<Integer> besides,
            List<LabelledSituation> asked,
            List<Double> fractions,
            ProgressListener progress) {
        List<Integer> order = NestedShares.order(pool, learner.data().rows(), learner.seed());
        double all = fractions.stream().mapToDouble(Double::doubleValue).sum();
        double done = 0;
        List<Point> points = new ArrayList<>();
        for (double fraction : fractions) {
            int rows = NestedShares.size(fraction, pool.size());
            Set<Integer> chosen = Set.copyOf(order.subList(0, rows));
            NextStateModel model = learner.learn(
                    row -> chosen.contains(row) || besides.contains(row),
                    Learner.named("%.0f %% of the rows".formatted(100 * fraction), progress)
                            .part(done / all, (done + fraction) / all));
            done += fraction;
            Figures figures = Figures.of(CrossValidation.outcomes(asked, Learner.predict(model, asked)));
            points.add(new Point(fraction, rows, figures.accuracy(), figures.macroF1(), figures.weightedF1()));
        }
        return points;
    }
}
