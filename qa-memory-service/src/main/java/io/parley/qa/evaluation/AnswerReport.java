package io.parley.qa.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.parley.qa.evaluation.AnswerSpeed.LatencyMs;

/**
 * What came out of a benchmark. Rates are fractions of 1.
 *
 * @param evaluation of the texts asked
 * @param noFact how texts that no fact fits were told from the others
 * @param facts how many facts there are
 * @param trainingTexts how many texts were learnt from, the facts' own askings not counted
 * @param trainSeconds what training took, encoding included
 * @param latencyMs of one answer, encoding of unseen words included
 * @param modelHash names the model by its bytes
 */
public record AnswerReport(
        @JsonUnwrapped AnswerEvaluation evaluation,
        @JsonProperty("noFact") NoFact noFact,
        int facts,
        int trainingTexts,
        TrainSeconds trainSeconds,
        LatencyMs latencyMs,
        String modelHash,
        long seed) {

    /**
     * Texts that no fact fits, and texts that are told so.
     *
     * @param texts how many no fact fits
     * @param falseAnswerRate share of them that are told a fact all the same
     * @param falseRefusalRate share of the others that are told no fact
     * @param threshold above this probability no fact is told
     */
    public record NoFact(int texts, double falseAnswerRate, double falseRefusalRate, double threshold) {}

    /**
     * Seconds that training took.
     *
     * @param wall by the clock
     * @param encoding of them, until every text was encoded
     */
    public record TrainSeconds(double wall, double encoding) {}
}
