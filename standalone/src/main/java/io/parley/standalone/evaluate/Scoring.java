package io.parley.standalone.evaluate;

import io.parley.neural.jobs.ProgressListener;
import io.parley.standalone.client.JsonOutput;
import io.parley.standalone.stack.ProgressBar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every evaluation is told. */
final class Scoring {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--test", paramLabel = "FILE", description = "What to score on.")
    private Optional<Path> test = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "Decides everything random (${DEFAULT-VALUE}).")
    private long seed = 42;

    @Mixin
    private JsonOutput json = new JsonOutput();

    Path test() {
        return readable(test.orElseThrow(
                () -> new ParameterException(spec.commandLine(), "There is nothing to score on; give --test FILE")));
    }

    long seed() {
        return seed;
    }

    /**
     * The same file.
     *
     * @throws ParameterException if there is none that can be read
     */
    Path readable(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new ParameterException(spec.commandLine(), "There is no file " + file);
        }
        return file;
    }

    /** Shows how far a training is where errors go. */
    static ProgressListener progress() {
        ProgressBar bar = ProgressBar.on(System.err);
        return step -> {
            bar.show(step.phase(), step.done(), 0);
            if (step.done() >= 1) {
                bar.done();
            }
        };
    }

    void write(Object result) {
        json.write(result);
    }
}
