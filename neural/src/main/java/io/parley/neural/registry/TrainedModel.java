package io.parley.neural.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A model that is ready to become a version.
 *
 * @param dataHash SHA-256 of the training data, hexadecimal; see {@link DataHash}
 * @param seed the seed it was trained with
 * @param settings everything else that decides what the model becomes, by name
 * @param metrics what was measured after training, by name
 * @param seconds how long the training took
 * @param source where the training data came from
 * @param files writes the model's files into an empty folder
 */
public record TrainedModel(
        String dataHash,
        long seed,
        Map<String, String> settings,
        Map<String, Double> metrics,
        double seconds,
        DataSource source,
        Files files) {

    public TrainedModel {
        settings = Map.copyOf(settings);
        metrics = Map.copyOf(metrics);
    }

    /** Writes a model. */
    @FunctionalInterface
    public interface Files {

        /**
         * Writes plain files, no folders, into the folder given. The same model must give the same bytes.
         *
         * @throws IOException if the disk does not take them
         */
        void writeTo(Path folder) throws IOException;
    }
}
