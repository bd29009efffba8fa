package io.parley.standalone.study;

import io.parley.intent.study.CrossValidation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells how good the model is on rows it did not learn from. */
@Command(
        name = "cross-validation",
        description =
                "Cuts rows into parts, learns from all but one and scores on that one, each in turn. Rows that say nearly the same "
                        + "stay together, so that no row is asked that was learnt in other words.",
        footer = {"", StudyOptions.EXIT_CODES},
        mixinStandardHelpOptions = true)
final class CrossValidationCommand implements Callable<Integer> {

    @Mixin
    private StudyOptions study = new StudyOptions();

    @Option(names = "--folds", paramLabel = "K", description = "In how many parts the rows are cut, 2 to 20 (5).")
    private Optional<Integer> folds = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        return study.run("cross-validation", folds, List.of(), CrossValidation.class, CrossValidationReport::print);
    }
}
