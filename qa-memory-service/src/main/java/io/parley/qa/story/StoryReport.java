package io.parley.qa.story;

import java.util.List;
import java.util.Map;

/**
 * What came out of the tasks. Errors are fractions of 1.
 *
 * @param supervised whether the gates learned from the supporting facts, or from the answers alone
 * @param tasks by number
 * @param skipped number and reason of those that could not be run
 * @param meanError over the tasks that were run
 * @param trainSeconds by the clock, all of them
 * @param seed the first
 * @param seeds how many
 */
public record StoryReport(
        boolean supervised,
        Map<String, TaskResult> tasks,
        Map<String, String> skipped,
        double meanError,
        double trainSeconds,
        long seed,
        int seeds) {

    /**
     * One task.
     *
     * @param error share of the questions to score on that came out wrong, by the seed that did best on those kept apart
     * @param errors by every seed
     * @param heldOutError of the seed chosen, on the questions kept apart from those to learn from
     * @param questions how many were scored
     * @param epochs that were learned, by the seed chosen
     * @param trainSeconds by the clock, all seeds
     * @param samples some answers with what they were read from
     */
    public record TaskResult(
            String name,
            double error,
            List<Double> errors,
            double heldOutError,
            int questions,
            int epochs,
            double trainSeconds,
            List<Sample> samples) {}

    /**
     * One answer.
     *
     * @param facts the sentences, in order
     * @param attention for each hop, the gate of every sentence
     */
    public record Sample(
            List<String> facts, String question, String right, String answered, List<List<Double>> attention) {}
}
