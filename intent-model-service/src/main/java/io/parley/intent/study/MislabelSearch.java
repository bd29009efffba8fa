package io.parley.intent.study;

import io.parley.campaign.Example;
import io.parley.contracts.model.ScoredState;
import io.parley.intent.network.Prediction;
import io.parley.intent.study.DataCheck.Mislabelled;
import io.parley.intent.study.DataCheck.Suspect;
import io.parley.neural.jobs.ProgressListener;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Looks for rows whose label the rest of the data speaks against. A network that learnt nothing of a row's wording gives
 * every allowed label a probability; a row is suspect where another label is more probable by a margin, and at least as
 * probable as it is on average on the rows that do have it.
 *
 * @see <a href="https://arxiv.org/abs/1911.00068">Northcutt, Jiang, Chuang (2021), Confident learning, section 3.1</a> for
 *     the threshold of each label
 */
final class MislabelSearch {

    private static final double MARGIN = 0.5;

    /** Share of the time that lies behind when the rows are cut into folds. */
    private static final double GROUPED = 0.1;

    private MislabelSearch() {}

    /**
     * Cross-validates, and tells which rows to look at.
     *
     * @throws io.parley.contracts.FaultException {@link io.parley.contracts.Fault#TRAINING_DATA_INVALID} if there are too
     *     few rows, labels or wordings
     */
    static Mislabelled in(List<Example> examples, Learner learner, int folds, ProgressListener progress) {
        Folds cut = CrossValidation.folds(learner, folds, progress.part(0, GROUPED));
        List<Prediction> predictions = learner.outOfFold(cut, progress.part(GROUPED, 1));
        return new Mislabelled(
                null,
                folds,
                MARGIN,
                Listing.of(suspects(
                        examples,
                        predictions,
                        row -> cut.isLabelLearnt(learner.data().rows(), row))));
    }

    /** @param why it cannot be done */
    static Mislabelled skipped(String why) {
        return new Mislabelled(why, 0, MARGIN, Listing.of(List.of()));
    }

    /**
     * @param judged whether a row can be judged: its label was learnt where it was asked
     */
    static List<Suspect> suspects(List<Example> examples, List<Prediction> predictions, IntPredicate judged) {
        Map<String, Double> usual = usual(examples, predictions);
        List<Suspect> suspects = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            Example row = examples.get(i);
            ScoredState best = predictions.get(i).best();
            double given = probability(predictions.get(i), row.next());
            double margin = best.probability() - given;
            boolean probable = best.probability() >= usual.getOrDefault(best.state(), 1.0);
            if (margin >= MARGIN && probable && judged.test(i)) {
                suspects.add(new Suspect(
                        row.row(),
                        row.state(),
                        row.text().value(),
                        row.next(),
                        best.state(),
                        given,
                        best.probability(),
                        margin));
            }
        }
        suspects.sort(Comparator.comparingDouble(Suspect::margin).reversed().thenComparingInt(Suspect::row));
        return suspects;
    }

    /** How probable each label is on average on the rows that have it. */
    private static Map<String, Double> usual(List<Example> examples, List<Prediction> predictions) {
        return IntStream.range(0, examples.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        i -> examples.get(i).next(),
                        Collectors.averagingDouble(i ->
                                probability(predictions.get(i), examples.get(i).next()))));
    }

    private static double probability(Prediction prediction, String label) {
        return prediction.ranking().stream()
                .filter(scored -> scored.state().equals(label))
                .mapToDouble(ScoredState::probability)
                .findFirst()
                .orElse(0);
    }
}
