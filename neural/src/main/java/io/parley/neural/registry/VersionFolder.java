package io.parley.neural.registry;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One version on disk: its files and {@code version.json}, which names their hashes. */
final class VersionFolder {

    private static final String DESCRIPTION = "version.json";

    private VersionFolder() {}

    static void seal(Path folder, ModelVersion version) throws IOException {
        for (Path file : files(folder)) {
            Trees.force(file);
        }
        Trees.writeDurably(
                folder.resolve(DESCRIPTION),
                JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(version));
    }

    static ModelVersion read(Path folder) {
        try {
            ModelVersion version =
                    JsonMapper.shared().readValue(Files.readAllBytes(folder.resolve(DESCRIPTION)), ModelVersion.class);
            if (!folder.endsWith(version.version())) {
                throw corrupt(folder, DESCRIPTION + " names version " + version.version(), null);
            }
            return version;
        } catch (IOException | JacksonException | NullPointerException e) {
            throw corrupt(folder, DESCRIPTION + " cannot be read", e);
        }
    }

    static void verify(Path folder, ModelVersion version) {
        try {
            Map<String, String> found = hashes(folder);
            if (!found.equals(version.files())) {
                throw corrupt(folder, "its files are not those that were written", null);
            }
        } catch (IOException e) {
            throw corrupt(folder, "its files cannot be read", e);
        }
    }

    /** SHA-256 of every file but the description, by name. */
    static Map<String, String> hashes(Path folder) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (Path file : files(folder)) {
            byte[] hash = DataHash.sha256().digest(Files.readAllBytes(file));
            hashes.put(file.getFileName().toString(), HexFormat.of().formatHex(hash));
        }
        return hashes;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !entry.endsWith(DESCRIPTION))
                    .sorted()
                    .toList();
        }
    }

    private static FaultException corrupt(Path folder, String what, @Nullable Exception cause) {
        return new FaultException(
                Fault.MODEL_CORRUPT,
                "model version " + folder + ": " + what + "; activate another version or train anew",
                cause == null ? new IOException(what) : cause);
    }
}
