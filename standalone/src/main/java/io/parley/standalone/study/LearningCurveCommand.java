package io.parley.standalone.study;

import io.parley.intent.study.LearningCurve;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what more rows are worth. */
@Command(
        name = "learning-curve",
        description =
                "Learns from shares of the rows, a smaller one part of every larger one, and scores on the campaign's held-out.csv, "
                        + "or on rows kept apart where there is none. Where the curve still rises at its end, more rows would help.",
        footer = {"", StudyOptions.EXIT_CODES},
        mixinStandardHelpOptions = true)
final class LearningCurveCommand implements Callable<Integer> {

    @Mixin
    private StudyOptions study = new StudyOptions();

    @Option(
            names = "--fractions",
            paramLabel = "SHARE",
            split = ",",
            description = "Shares of the rows, above 0 and up to 1 (0.1,0.25,0.5,0.75,1).")
    private List<Double> fractions = List.of();

    @Option(
            names = "--folds",
            paramLabel = "K",
            description = "Where nothing is held out: one of so many parts is kept apart, 2 to 20 (5).")
    private Optional<Integer> folds = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        return study.run("learning-curve", folds, fractions, LearningCurve.class, LearningCurveCommand::print);
    }

    private static void print(LearningCurve curve, PrintWriter out) {
        out.println("Scored on %s, %d rows".formatted(curve.scoredOn(), curve.scoredRows()));
        curve.points()
                .forEach(point -> out.println("%5.1f %%  %6d rows  accuracy %.4f  macro F1 %.4f  weighted F1 %.4f"
                        .formatted(
                                100 * point.fraction(),
                                point.rows(),
                                point.accuracy(),
                                point.macroF1(),
                                point.weightedF1())));
    }
}
