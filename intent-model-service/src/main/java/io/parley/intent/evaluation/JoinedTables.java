package io.parley.intent.evaluation;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.intent.features.InputPart;
import io.parley.intent.training.LabelledSituation;
import io.parley.intent.training.TrainingSet;
import io.parley.intent.training.TrainingSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Tables of labelled utterances that belong to no campaign, as one training set.
 *
 * @param data with the rows in scope, table after table
 * @param settings of its trainings; where sessions have several rows, the network looks back at earlier turns
 */
public record JoinedTables(TrainingSet data, TrainingSettings settings) {

    /**
     * Reads tables as {@link NextStateBenchmark} does.
     *
     * @param outOfScope labels whose rows are left out
     * @param without parts of its input that the network does not get to see
     * @throws FaultException {@link Fault#TRAINING_DATA_INVALID} with every bad row of a table
     * @throws IOException if a file cannot be read
     */
    public static JoinedTables read(List<Path> files, Set<String> outOfScope, Set<InputPart> without)
            throws IOException {
        List<LabelledSituation> rows = new ArrayList<>();
        for (Path file : files) {
            LabelledTable.read(file).rows().stream()
                    .map(LabelledTable.Row::labelled)
                    .filter(row -> !outOfScope.contains(row.label()))
                    .forEach(rows::add);
        }
        return new JoinedTables(NextStateBenchmark.trainingSet(rows), NextStateBenchmark.settings(rows, without));
    }
}
