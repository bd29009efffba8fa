package io.parley.intent.evaluation;

import io.parley.contracts.model.ScoredState;
import io.parley.intent.features.Situation;
import io.parley.intent.network.NextStateModel;
import io.parley.intent.network.Prediction;
import io.parley.intent.training.LabelledSituation;
import io.parley.neural.jobs.TrainingThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Scores a model on labelled rows. The same rows give the same figures. */
public final class NextStateEvaluation {

    private static final double LEAST_PROBABILITY = 1e-6;
    /** Of the order in which states are shuffled. */
    private static final long SHUFFLE_SEED = 1;

    private NextStateEvaluation() {}

    /** Scores a model; without rows every figure is 0. */
    public static Evaluation of(NextStateModel model, List<LabelledSituation> rows) {
        List<Figures.Outcome> outcomes = new ArrayList<>();
        int accepted = 0;
        int acceptedRight = 0;
        int notUnderstood = 0;
        double[] confidences = new double[rows.size()];
        boolean[] hits = new boolean[rows.size()];
        double loss = 0;
        List<Prediction> predictions = TrainingThreads.map(rows, row -> model.predict(row.situation()));
        for (int i = 0; i < rows.size(); i++) {
            LabelledSituation row = rows.get(i);
            Prediction prediction = predictions.get(i);
            ScoredState best = prediction.best();
            boolean hit = best.state().equals(row.label());
            boolean sure = best.probability() >= model.thresholds().acceptAt();
            confidences[i] = best.probability();
            hits[i] = hit;
            accepted += sure ? 1 : 0;
            acceptedRight += sure && hit ? 1 : 0;
            notUnderstood += prediction.outOfScope() > model.thresholds().outOfScopeAt() ? 1 : 0;
            loss -= Math.log(Math.max(LEAST_PROBABILITY, probability(prediction, row.label())));
            outcomes.add(new Figures.Outcome(row.situation().state(), row.label(), best.state()));
        }
        double n = Math.max(1, rows.size());
        return new Evaluation(
                Figures.of(outcomes),
                loss / n,
                shuffledAccuracy(model, rows),
                accepted / n,
                accepted == 0 ? 0 : (double) acceptedRight / accepted,
                notUnderstood / n,
                Reliability.of(confidences, hits));
    }

    private static double probability(Prediction prediction, String label) {
        return prediction.ranking().stream()
                .filter(scored -> scored.state().equals(label))
                .mapToDouble(ScoredState::probability)
                .findFirst()
                .orElse(0);
    }

    private static double shuffledAccuracy(NextStateModel model, List<LabelledSituation> rows) {
        List<Situation> others =
                new ArrayList<>(rows.stream().map(LabelledSituation::situation).toList());
        SplittableRandom random = new SplittableRandom(SHUFFLE_SEED);
        for (int i = others.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            Situation swapped = others.set(i, others.get(j));
            others.set(j, swapped);
        }
        List<Integer> numbers = IntStream.range(0, rows.size()).boxed().toList();
        long right = TrainingThreads.map(numbers, i -> isRight(model, rows.get(i), others.get(i))).stream()
                .filter(Boolean::booleanValue)
                .count();
        return right / (double) Math.max(1, rows.size());
    }

    /** Whether a row comes out right when the network is shown the state of another. */
    private static boolean isRight(NextStateModel model, LabelledSituation row, Situation other) {
        Situation shown = row.situation().in(other.state(), other.allowed());
        Prediction prediction = model.predict(shown, row.situation().allowed());
        return prediction.best().state().equals(row.label());
    }
}
