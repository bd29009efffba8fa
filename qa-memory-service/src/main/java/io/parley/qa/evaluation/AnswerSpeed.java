package io.parley.qa.evaluation;

import io.parley.qa.recall.AnswerModel;
import io.parley.qa.recall.Circumstances;
import io.parley.qa.recall.LabelledText;
import java.util.Arrays;
import java.util.List;

/** How fast a model answers, encoding of the words included. */
public final class AnswerSpeed {

    private static final int WARM_UP = 50;
    private static final int MEASURED = 500;

    private AnswerSpeed() {}

    /**
     * Milliseconds.
     *
     * @param p50 half take no longer
     * @param p99 all but one in a hundred take no longer
     */
    public record LatencyMs(double p50, double p99) {}

    /**
     * Measures one answer after another, on texts that the encoder does not have in its cache: call it before they are scored.
     *
     * @param texts that the model has not seen
     */
    static LatencyMs of(AnswerModel model, List<LabelledText> texts) {
        warmUp(model);
        List<LabelledText> timed = texts.stream().limit(MEASURED).toList();
        double[] millis = new double[timed.size()];
        for (int i = 0; i < millis.length; i++) {
            long start = System.nanoTime();
            model.answer(timed.get(i).text(), timed.get(i).circumstances());
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return new LatencyMs(at(millis, 0.5), at(millis, 0.99));
    }

    private static void warmUp(AnswerModel model) {
        for (int i = 0; i < WARM_UP; i++) {
            model.answer("is this question number " + i + " of those that are asked to warm up", Circumstances.UNKNOWN);
        }
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
