package io.parley.standalone.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which running Parley a command talks to, and as whom. */
public final class GatewayOptions {

    private static final String PASSWORD_VARIABLE = "PARLEY_OPERATOR_PASSWORD";

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Where Parley runs (http://localhost:8080 if this command does not start one of its own).")
    private Optional<URI> url = Optional.empty();

    @Option(
            names = "--operator-password-file",
            paramLabel = "FILE",
            description = "Holds the operator's password. Without it " + PASSWORD_VARIABLE
                    + " counts, then what the data folder keeps.")
    private Optional<Path> passwordFile = Optional.empty();

    /** The address that was named, if one was. */
    public Optional<URI> url() {
        return url;
    }

    /**
     * A client of the running Parley that was named, or of the usual one.
     *
     * @param storedPassword where a Parley on this machine keeps the operator's password
     */
    public GatewayClient client(Path storedPassword) {
        return new GatewayClient(url.orElse(URI.create("http://localhost:8080")), password(storedPassword));
    }

    private Optional<String> password(Path stored) {
        if (passwordFile.isPresent()) {
            return Optional.of(read(passwordFile.get()));
        }
        String variable = System.getenv(PASSWORD_VARIABLE);
        if (variable != null && !variable.isBlank()) {
            return Optional.of(variable.strip());
        }
        return Files.isReadable(stored) ? Optional.of(read(stored)) : Optional.empty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The operator's password cannot be read from " + file, e);
        }
    }
}
