package io.parley.standalone.model;

import io.parley.modelservice.comparison.Comparison;
import io.parley.standalone.client.JsonOutput;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Has a running Parley ask two versions of a model the same rows. */
@Command(
        name = "compare",
        description =
                "Has a running Parley ask two versions of a model the same rows, and tells whether one is better: McNemar's p is "
                        + "how probable so uneven a split of the rows that only one gets right is between versions that are equally good.",
        footer = {"", "Exit codes: 0 compared, 1 that could not be done, 2 the command was not understood."},
        mixinStandardHelpOptions = true)
public final class CompareCommand implements Callable<Integer> {

    private static final int SHOWN = 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Option(names = "--first", paramLabel = "V", description = "A version; the champion if not given.")
    private Optional<String> first = Optional.empty();

    @Option(names = "--second", paramLabel = "V", required = true, description = "The version to compare it with.")
    private String second = "";

    @Option(names = "--file", paramLabel = "F", description = "The rows; the campaign's held-out.csv if not given.")
    private Optional<Path> file = Optional.empty();

    @Mixin
    private JsonOutput json = new JsonOutput();

    @Override
    public Integer call() {
        file.filter(path -> !Files.isReadable(path)).ifPresent(path -> {
            throw new ParameterException(spec.commandLine(), "There is no file " + path);
        });
        Comparison comparison = model.gateway().models().compare(model.kind(), model.campaign(), first, second, file);
        print(comparison, spec.commandLine().getOut());
        json.write(comparison);
        return 0;
    }

    private static void print(Comparison comparison, PrintWriter out) {
        out.println("%d rows: %s gets %.4f right, %s gets %.4f"
                .formatted(
                        comparison.rows(),
                        comparison.first(),
                        comparison.firstAccuracy(),
                        comparison.second(),
                        comparison.secondAccuracy()));
        out.println("%d only %s, %d only %s, %d both, %d neither; McNemar's p %.4g (%s)"
                .formatted(
                        comparison.onlyFirst(),
                        comparison.first(),
                        comparison.onlySecond(),
                        comparison.second(),
                        comparison.bothRight(),
                        comparison.bothWrong(),
                        comparison.mcNemar().p(),
                        comparison.mcNemar().method().label()));
        comparison.changed().stream()
                .limit(SHOWN)
                .forEach(change -> out.println("  row %d%s, \"%s\": %s; %s says %s, %s says %s"
                        .formatted(
                                change.row(),
                                change.state().isEmpty() ? "" : ", " + change.state(),
                                change.text(),
                                named(change.label()),
                                comparison.first(),
                                named(change.first()),
                                comparison.second(),
                                named(change.second()))));
        int changed = comparison.onlyFirst() + comparison.onlySecond();
        if (changed > SHOWN) {
            out.println("  and %d more; --json has them".formatted(changed - SHOWN));
        }
        out.flush();
    }

    private static String named(String label) {
        return label.isEmpty() ? "nothing" : label;
    }
}
