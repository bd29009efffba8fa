package io.parley.modelservice.campaigns;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.modelservice.family.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Files that operators name by path. Only what lies below the campaigns' or the data folder is ever opened. */
@Component
public class DataFiles {

    private final CampaignsProperties campaigns;
    private final TrainingPlan plan;

    DataFiles(CampaignsProperties campaigns, TrainingPlan plan) {
        this.campaigns = campaigns;
        this.plan = plan;
    }

    /**
     * The file meant by a path, absolute or relative to one of the two folders. Links are followed before it is looked
     * where they lead.
     *
     * @throws FaultException {@link Fault#REQUEST_INVALID} if there is no such file below them
     */
    public Path resolve(String path) {
        return Stream.of(campaigns.folder(), plan.dataFolder())
                .filter(Objects::nonNull)
                .flatMap(folder -> below(folder, path))
                .findFirst()
                .orElseThrow(() -> new FaultException(
                        Fault.REQUEST_INVALID,
                        "there is no readable file '" + path + "' below the campaigns folder or the data folder"
                                + " (parley.training.data-folder); name one that lies there, or upload it"));
    }

    /**
     * What stands in a file.
     *
     * @throws FaultException {@link Fault#REQUEST_INVALID} if it cannot be read
     */
    public byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new FaultException(
                    Fault.REQUEST_INVALID, file.getFileName() + " cannot be read; check that it may be", e);
        }
    }

    private static Stream<Path> below(Path folder, String path) {
        try {
            Path root = folder.toRealPath();
            Path file = root.resolve(path).toRealPath();
            return file.startsWith(root) && Files.isRegularFile(file) && Files.isReadable(file)
                    ? Stream.of(file)
                    : Stream.empty();
        } catch (IOException | InvalidPathException e) {
            return Stream.empty();
        }
    }
}
