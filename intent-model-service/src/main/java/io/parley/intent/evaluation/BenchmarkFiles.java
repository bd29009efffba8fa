package io.parley.intent.evaluation;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a benchmark reads.
 *
 * @param train one table or more to learn from
 * @param valid a table to stop by and to choose thresholds on; null to keep some wordings of the training apart
 * @param test a table to score on
 * @param outOfScope labels that mean that an utterance has nothing to do with any label
 */
public record BenchmarkFiles(List<Path> train, @Nullable Path valid, Path test, Set<String> outOfScope) {

    public BenchmarkFiles {
        train = List.copyOf(train);
        outOfScope = Set.copyOf(outOfScope);
    }
}
