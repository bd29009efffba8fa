package io.parley.standalone.evaluate;

import io.parley.intent.evaluation.Evaluation;
import io.parley.intent.evaluation.NextStateBenchmark;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Scores the next-state model. */
@Command(
        name = "next-state",
        description = {
            "Trains the next-state model on tables and scores it on another. A table has the columns text,label or",
            "session,text,label and perhaps state, allowed (separated by bars), task and kind."
        },
        footer = {"", "Exit codes: 0 evaluated, 1 a file cannot be learnt from, 2 not understood or no such file."},
        mixinStandardHelpOptions = true)
final class EvaluateNextStateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--train",
            paramLabel = "FILE",
            arity = "1..*",
            required = true,
            description = "What to learn from.")
    private List<Path> train = List.of();

    @Mixin
    private Scoring scoring = new Scoring();

    @Override
    public Integer call() throws IOException {
        NextStateBenchmark.Result result = NextStateBenchmark.run(
                train.stream().map(scoring::readable).toList(), scoring.test(), scoring.seed(), Scoring.progress());
        print(result, spec.commandLine().getOut());
        scoring.write(result);
        return 0;
    }

    private static void print(NextStateBenchmark.Result result, PrintWriter out) {
        Evaluation evaluation = result.evaluation();
        out.println("%d rows: accuracy %.4f, macro F1 %.4f, weighted F1 %.4f; trained on %d rows in %.1f s"
                .formatted(
                        evaluation.rows(),
                        evaluation.accuracy(),
                        evaluation.macroF1(),
                        evaluation.weightedF1(),
                        result.trainingRows(),
                        result.seconds()));
        result.accuracyByKind().forEach((kind, accuracy) -> out.println("  %s: %.4f".formatted(kind, accuracy)));
        if (result.outOfScopeRows() != null) {
            out.println("out of scope: AUROC %.4f, recall %.4f at in-scope accuracy %.4f"
                    .formatted(
                            result.outOfScopeRows().auroc(),
                            result.outOfScopeRows().recall(),
                            result.outOfScopeRows().inScopeAccuracy()));
        }
        out.flush();
    }
}
