package io.parley.standalone.study;

import io.parley.intent.study.DataCheck;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what is odd about data. */
@Command(
        name = "data-check",
        description =
                "Tells what is odd about rows: refused ones, duplicates, contradictions, states and ways that no row shows, labels "
                        + "of few rows, held-out rows that are learnt too, and rows that are probably labelled wrongly.",
        footer = {"", StudyOptions.EXIT_CODES},
        mixinStandardHelpOptions = true)
final class DataCheckCommand implements Callable<Integer> {

    @Mixin
    private StudyOptions study = new StudyOptions();

    @Option(
            names = "--folds",
            paramLabel = "K",
            description = "In how many parts the rows are cut to find wrong labels, 2 to 20 (5).")
    private Optional<Integer> folds = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        return study.run("data-check", folds, List.of(), DataCheck.class, DataCheckReport::print);
    }
}
