package io.parley.neural.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads and replaces {@code aliases.json}. */
final class AliasFile {

    private static final Logger log = LoggerFactory.getLogger(AliasFile.class);

    private AliasFile() {}

    static Aliases read(Path file) {
        if (!Files.exists(file)) {
            return Aliases.NONE;
        }
        try {
            return JsonMapper.shared().readValue(Files.readAllBytes(file), Aliases.class);
        } catch (IOException | JacksonException e) {
            log.atError().addKeyValue("file", file).setCause(e).log("the aliases of a campaign cannot be read");
            return Aliases.NONE;
        }
    }

    static void write(Path file, Aliases aliases) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path next = file.resolveSibling("aliases.json.next");
        Trees.writeDurably(next, JsonMapper.shared().writeValueAsBytes(aliases));
        Trees.moveAtomically(next, file);
    }
}
