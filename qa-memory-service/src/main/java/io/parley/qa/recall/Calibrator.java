package io.parley.qa.recall;

import io.parley.campaign.Fact;
import io.parley.neural.sampling.Evenly;
import io.parley.qa.memory.Recollection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/** Fits a model's calibration on texts its network did not learn from. */
final class Calibrator {

    /** How often no fact fits what customers ask, as far as anybody knows beforehand: about once in seven times. */
    private static final double NO_FACT_SHARE = 0.15;

    private static final double COLDEST = 0.2;
    private static final double HOTTEST = 10;
    /** Where it is likelier than not that no fact fits, none is told, whatever the kept texts say. */
    private static final double HIGHEST = 0.5;

    private static final int NEWTON_STEPS = 30;

    /** Keeps the slope finite where the doubt separates perfectly. */
    private static final double RIDGE = 0.01;

    private final AnswerModel model;

    /** @param model not calibrated */
    Calibrator(AnswerModel model) {
        this.model = model;
    }

    /** The choice's logits for a text, and where the right fact stands. */
    @SuppressWarnings("ArrayRecordComponent") // a matrix; never compared
    private record Choice(double[] logits, int right) {}

    /**
     * Fits on texts, each as if its own wording were not known. A question whose fact is withheld stands for those that
     * come close to what is known and that no fact fits all the same; few campaigns write enough of them down.
     *
     * @return {@link Calibration#NONE} where no text has a fact, or each has
     */
    Calibration fit(List<Asked> texts) {
        FactMemory memory = model.memory();
        List<Choice> choices = new ArrayList<>();
        List<Double> fitting = new ArrayList<>();
        List<Double> unfitting = new ArrayList<>();
        List<Double> withheld = new ArrayList<>();
        for (Asked asked : texts) {
            Optional<Integer> fact = asked.text().fact().flatMap(memory::row);
            for (Circumstances told : circumstances(asked.text())) {
                double[] similarities = similarities(asked.comparison(), fact, told);
                Recollection recollection = model.recollect(asked.comparison(), similarities);
                (fact.isPresent() ? fitting : unfitting).add(recollection.doubt());
                fact.map(asked.comparison()::at).ifPresent(at -> {
                    choices.add(new Choice(recollection.logits(), at));
                    if (asked.comparison().facts().length > 1) {
                        withheld.add(model.recollectWithout(asked.comparison(), similarities, at)
                                .doubt());
                    }
                });
            }
        }
        if (choices.isEmpty() || unfitting.isEmpty()) {
            return Calibration.NONE;
        }
        unfitting.addAll(Evenly.some(withheld, unfitting.size()));
        double[] doubt = logistic(fitting, unfitting);
        Calibration calibration =
                new Calibration(temperature(choices), doubt[0], doubt[1], Calibration.NONE.noFactAt());
        return new Calibration(
                calibration.temperature(), doubt[0], doubt[1], threshold(calibration, fitting, unfitting));
    }

    /** Every text is looked at with what was known when it was said, and by its words alone. */
    private static List<Circumstances> circumstances(LabelledText text) {
        Circumstances told = new Circumstances(text.state(), text.kind().or(() -> Optional.of(Fact.Kind.QUESTION)));
        return List.of(told, Circumstances.UNKNOWN);
    }

    private double[] similarities(Comparison comparison, Optional<Integer> fact, Circumstances told) {
        FactMemory memory = model.memory();
        double[] similarities = memory.similarities(comparison, told);
        fact.ifPresent(row -> memory.writeSimilarities(
                comparison,
                comparison.at(row),
                told,
                MemoryQuestions.unlike(comparison, MemoryQuestions.REWORDED_ALIKE),
                similarities));
        return similarities;
    }

    /** The temperature under which the right facts are likeliest, by golden section over its logarithm. */
    private static double temperature(List<Choice> choices) {
        DoubleUnaryOperator loss = logTemperature -> {
            Calibration calibration = new Calibration(StrictMath.exp(logTemperature), 1, 0, 0.5);
            return choices.stream()
                    .mapToDouble(choice ->
                            -StrictMath.log(Math.max(1e-12, calibration.choice(choice.logits())[choice.right()])))
                    .sum();
        };
        double low = StrictMath.log(COLDEST);
        double high = StrictMath.log(HOTTEST);
        double golden = (Math.sqrt(5) - 1) / 2;
        for (int i = 0; i < NEWTON_STEPS; i++) {
            double left = high - golden * (high - low);
            double right = low + golden * (high - low);
            if (loss.applyAsDouble(left) <= loss.applyAsDouble(right)) {
                high = right;
            } else {
                low = left;
            }
        }
        return StrictMath.exp((low + high) / 2);
    }

    /** Slope and shift of a logistic regression of "no fact fits" on the doubt's logit, by Newton's method. */
    private static double[] logistic(List<Double> fitting, List<Double> unfitting) {
        double slope = 1;
        double shift = 0;
        for (int i = 0; i < NEWTON_STEPS; i++) {
            double[] sums = {-RIDGE * (slope - 1), 0, RIDGE, 0, 1e-9};
            addInPlace(sums, fitting, 0, (1 - NO_FACT_SHARE) / fitting.size(), slope, shift);
            addInPlace(sums, unfitting, 1, NO_FACT_SHARE / unfitting.size(), slope, shift);
            double determinant = sums[2] * sums[4] - sums[3] * sums[3];
            slope += (sums[4] * sums[0] - sums[3] * sums[1]) / determinant;
            shift += (sums[2] * sums[1] - sums[3] * sums[0]) / determinant;
        }
        return new double[] {slope, shift};
    }

    /** Adds to {@code {gradient of slope, of shift, Hessian's three entries}}. */
    private static void addInPlace(
            double[] sums, List<Double> logits, double label, double weight, double slope, double shift) {
        for (double x : logits) {
            double p = 1 / (1 + StrictMath.exp(-(slope * x + shift)));
            double curvature = weight * p * (1 - p);
            sums[0] += weight * (label - p) * x;
            sums[1] += weight * (label - p);
            sums[2] += curvature * x * x;
            sums[3] += curvature * x;
            sums[4] += curvature;
        }
    }

    /**
     * Where the fewest go wrong, be it that what fits is refused or that what does not fit is answered; but no higher than
     * {@link #HIGHEST}.
     */
    private static double threshold(Calibration calibration, List<Double> fitting, List<Double> unfitting) {
        double[] fits = probabilities(calibration, fitting);
        double[] fitsNot = probabilities(calibration, unfitting);
        double[] all = Stream.of(fits, fitsNot)
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .toArray();
        double best = Calibration.NONE.noFactAt();
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i + 1 < all.length; i++) {
            double threshold = (all[i] + all[i + 1]) / 2;
            double refused = Arrays.stream(fits).filter(p -> p > threshold).count() / (double) fits.length;
            double answered = Arrays.stream(fitsNot).filter(p -> p <= threshold).count() / (double) fitsNot.length;
            double wrong = (1 - NO_FACT_SHARE) * refused + NO_FACT_SHARE * answered;
            if (wrong < least && threshold > 0 && threshold < 1) {
                least = wrong;
                best = threshold;
            }
        }
        return Math.min(HIGHEST, best);
    }

    private static double[] probabilities(Calibration calibration, List<Double> doubts) {
        return doubts.stream().mapToDouble(calibration::noFact).toArray();
    }
}
