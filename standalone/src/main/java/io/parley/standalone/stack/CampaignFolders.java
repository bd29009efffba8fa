package io.parley.standalone.stack;

import io.parley.standalone.embedded.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds campaigns on disk. A campaign is a folder with a {@code flow.yaml}, and its id is the folder's name. */
public final class CampaignFolders {

    /** The campaign that shows most; the first where nobody names another. */
    private static final String SHOWPIECE = "space-trip";

    private CampaignFolders() {}

    /** The folder of the campaigns that come with Parley. */
    public static Path standard() {
        return Home.resolve("training-data");
    }

    /**
     * The campaign to begin with.
     *
     * @param wanted its id, if somebody named one
     * @throws StartFailure if there is none, or not that one
     */
    public static String choose(Path folder, Optional<String> wanted) {
        List<String> all = list(folder);
        if (all.isEmpty()) {
            throw new StartFailure(
                    "There is no campaign in " + folder.toAbsolutePath().normalize(),
                    "Name the folder that holds campaign folders with --campaigns");
        }
        if (wanted.isPresent() && !all.contains(wanted.get())) {
            throw new StartFailure(
                    "There is no campaign '" + wanted.get() + "' in " + folder, "There are: " + String.join(", ", all));
        }
        return wanted.orElse(all.contains(SHOWPIECE) ? SHOWPIECE : all.getFirst());
    }

    private static List<String> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> Files.isRegularFile(entry.resolve("flow.yaml")))
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StartFailure(
                    "The folder " + folder + " cannot be read: " + e, "Name another with --campaigns", e);
        }
    }
}
