package io.parley.neural.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Names a model by the bytes of its files. */
public final class FolderHash {

    private FolderHash() {}

    /** Writes files into a folder. */
    @FunctionalInterface
    public interface Writer {

        /** @param folder that is empty */
        void writeTo(Path folder) throws IOException;
    }

    /**
     * Writes files into a folder of the moment.
     *
     * @return SHA-256 over their names and bytes, hexadecimal
     */
    public static String ofWritten(Writer writer) throws IOException {
        Path folder = Files.createTempDirectory("model");
        try {
            writer.writeTo(folder);
            MessageDigest digest = DataHash.sha256();
            for (Path file : files(folder)) {
                String name = file.getFileName().toString();
                digest.update(DataHash.sha256().digest(name.getBytes(StandardCharsets.UTF_8)));
                digest.update(DataHash.sha256().digest(Files.readAllBytes(file)));
            }
            return HexFormat.of().formatHex(digest.digest());
        } finally {
            Trees.delete(folder);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
