package io.parley.standalone.stack;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which data folder a command uses. */
public final class DataOptions {

    @Option(names = "--data", paramLabel = "DIR", description = "Where everything is kept (data, beside parley).")
    private Optional<Path> folder = Optional.empty();

    public Path folder() {
        return folder.orElseGet(() -> Home.resolve("data"));
    }

    /** Where the folder keeps the operator's password. */
    public Path operatorPasswordFile() {
        return Secrets.operatorPasswordFile(folder());
    }
}
