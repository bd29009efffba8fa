package io.parley.standalone.evaluate;

import io.parley.intent.evaluation.BenchmarkFiles;
import io.parley.intent.evaluation.BenchmarkReport;
import io.parley.intent.evaluation.Evaluation;
import io.parley.intent.evaluation.JoinedTables;
import io.parley.intent.evaluation.NextStateBenchmark;
import io.parley.intent.evaluation.OutOfScopeScores;
import io.parley.intent.features.InputPart;
import io.parley.intent.study.CrossValidation;
import io.parley.standalone.study.CrossValidationReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Scores the next-state model. */
@Command(
        name = "next-state",
        description = {
            "Trains the next-state model on tables and scores it on another. A table has the columns text,label or",
            "session,text,label and perhaps state, allowed (separated by bars), task and kind; several tables to learn",
            "from are joined. --json reports rates as fractions and says in each name what unit it has."
        },
        footer = {"", "Exit codes: 0 evaluated, 1 a file cannot be learnt from, 2 not understood or no such file."},
        mixinStandardHelpOptions = true)
final class EvaluateNextStateCommand implements Callable<Integer> {

    private static final int MOST_FOLDS = 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--train",
            paramLabel = "FILE",
            arity = "1..*",
            description = "What to learn from; needs --test or --folds.")
    private List<Path> train = List.of();

    @Option(
            names = "--campaign",
            paramLabel = "DIR",
            description = "Instead of files: learn from this campaign and score on its held-out.csv.")
    private Optional<Path> campaign = Optional.empty();

    @Option(
            names = "--valid",
            paramLabel = "FILE",
            description = "What to stop by and choose thresholds on; by default some wordings are kept from training.")
    private Optional<Path> valid = Optional.empty();

    @Option(
            names = "--oos",
            paramLabel = "LABEL",
            defaultValue = "oos",
            description = "A label that means out of scope; may be given several times (${DEFAULT-VALUE}).")
    private Set<String> outOfScope = Set.of();

    @Option(
            names = "--folds",
            paramLabel = "K",
            description = "Instead of --test: cross-validate the tables to learn from in so many parts, 2 to 20.")
    private Optional<Integer> folds = Optional.empty();

    @Option(names = "--errors", paramLabel = "FILE", description = "Also write the rows that came out wrong as CSV.")
    private Optional<Path> errors = Optional.empty();

    @Option(
            names = "--without",
            paramLabel = "PART",
            split = ",",
            description = "What the network does not get to see, to find what it is worth: ${COMPLETION-CANDIDATES}.")
    private Set<InputPart> without = Set.of();

    @Mixin
    private Scoring scoring = new Scoring();

    @Override
    public Integer call() throws IOException {
        if (folds.isPresent()) {
            return crossValidate(folds.get());
        }
        BenchmarkReport report = campaign.isPresent()
                ? NextStateBenchmark.run(campaign.get(), without, scoring.seed(), Scoring.progress())
                : NextStateBenchmark.run(files(), without, scoring.seed(), Scoring.progress());
        print(report, spec.commandLine().getOut());
        scoring.write(report);
        if (errors.isPresent()) {
            write(report.errors(), errors.get());
        }
        return 0;
    }

    private int crossValidate(int parts) throws IOException {
        if (train.isEmpty() || campaign.isPresent() || parts < 2 || parts > MOST_FOLDS) {
            throw new ParameterException(
                    spec.commandLine(), "Give --train FILE with --folds, a number from 2 to " + MOST_FOLDS);
        }
        JoinedTables tables =
                JoinedTables.read(train.stream().map(scoring::readable).toList(), outOfScope, without);
        CrossValidation result = CrossValidation.of(
                tables.settings(),
                tables.data(),
                tables.data().rows().size(),
                parts,
                scoring.seed(),
                Scoring.progress());
        PrintWriter out = spec.commandLine().getOut();
        CrossValidationReport.print(result, out);
        out.flush();
        scoring.write(result);
        return 0;
    }

    private BenchmarkFiles files() {
        if (train.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is nothing to learn from; give --train FILE with --test FILE or --folds K, or --campaign DIR");
        }
        return new BenchmarkFiles(
                train.stream().map(scoring::readable).toList(),
                valid.map(scoring::readable).orElse(null),
                scoring.test(),
                outOfScope);
    }

    private static void write(List<BenchmarkReport.Mistake> errors, Path file) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader("session", "text", "state", "label", "predicted", "probability")
                .get();
        try (CSVPrinter printer = new CSVPrinter(Files.newBufferedWriter(file), format)) {
            for (BenchmarkReport.Mistake error : errors) {
                printer.printRecord(
                        error.session(),
                        error.text(),
                        error.state(),
                        error.label(),
                        error.predicted(),
                        "%.4f".formatted(error.probability()));
            }
        }
    }

    private static void print(BenchmarkReport report, PrintWriter out) {
        Evaluation evaluation = report.evaluation();
        out.println("%d rows: accuracy %.4f, macro F1 %.4f, weighted F1 %.4f, calibration error %.4f"
                .formatted(
                        evaluation.figures().rows(),
                        evaluation.figures().accuracy(),
                        evaluation.figures().macroF1(),
                        evaluation.figures().weightedF1(),
                        evaluation.calibration().ece()));
        report.byKind().forEach((kind, of) -> out.println("  %s: %.4f".formatted(kind, of.accuracy())));
        OutOfScopeScores scores = report.outOfScope();
        if (scores != null) {
            out.println("out of scope: AUROC %.4f, recall %.4f at in-scope accuracy %.4f"
                    .formatted(scores.auroc(), scores.recall(), scores.inScopeAccuracy()));
        }
        out.println("%d rows learnt in %.1f s; a prediction takes %.1f ms, at most %.1f ms for 99 of 100"
                .formatted(
                        report.trainingRows(),
                        report.trainSeconds().wall(),
                        report.latencyMs().p50(),
                        report.latencyMs().p99()));
        out.flush();
    }
}
