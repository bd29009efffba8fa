package io.parley.standalone.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a command found out, for programs. */
public final class JsonOutput {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the result as JSON; - is the terminal.")
    private Optional<String> file = Optional.empty();

    /** Writes the result where it was asked for, if it was. */
    public void write(Object result) {
        file.ifPresent(name -> {
            String text = JSON.writeValueAsString(result) + System.lineSeparator();
            try {
                if (name.equals("-")) {
                    System.out.print(text);
                } else {
                    Files.write(Path.of(name), text.getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The result cannot be written to " + name, e);
            }
        });
    }
}
