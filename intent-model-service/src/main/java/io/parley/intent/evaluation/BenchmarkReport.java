package io.parley.intent.evaluation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.parley.intent.evaluation.Speed.LatencyMs;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a benchmark. Rates are fractions of 1.
 *
 * @param evaluation of the rows in scope, whatever their out-of-scope score
 * @param inScopeAccuracy share of rows in scope whose label is ranked first, whatever their out-of-scope score
 * @param byKind rows of each {@code kind}, where the table has that column
 * @param outOfScope how rows out of scope were told from the others; null if the table has none
 * @param trainingRows how many rows were learnt from
 * @param trainSeconds what training took, encoding included
 * @param latencyMs of one prediction, encoding of unseen words included
 * @param predictionsPerSecond on all processors; 0 if there were too few rows to measure it
 * @param peakMemoryMb the most this process ever had resident, in MiB
 * @param modelHash names the model by its bytes
 * @param dataHash names the rows it learnt from
 * @param settings everything else that decided what the model became
 * @param training what was seen while training
 * @param errors rows in scope whose label is not ranked first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BenchmarkReport(
        @JsonUnwrapped Evaluation evaluation,
        double inScopeAccuracy,
        Map<String, OfKind> byKind,
        @JsonProperty("outOfScope") @Nullable OutOfScopeScores outOfScope,
        int trainingRows,
        Effort trainSeconds,
        LatencyMs latencyMs,
        double predictionsPerSecond,
        double peakMemoryMb,
        String modelHash,
        String dataHash,
        long seed,
        Map<String, String> settings,
        Map<String, Double> training,
        @JsonIgnore List<Mistake> errors) {

    public BenchmarkReport {
        byKind = new TreeMap<>(byKind);
        settings = new TreeMap<>(settings);
        training = new TreeMap<>(training);
        errors = List.copyOf(errors);
    }

    /** Rows of one kind. */
    public record OfKind(int rows, double accuracy) {}

    /**
     * A row that came out wrong.
     *
     * @param predicted the winner
     * @param probability of the winner
     */
    public record Mistake(
            String session, String text, String state, String label, String predicted, double probability) {}
}
