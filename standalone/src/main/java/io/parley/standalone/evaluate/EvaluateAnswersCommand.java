package io.parley.standalone.evaluate;

import io.parley.contracts.FaultException;
import io.parley.qa.evaluation.AnswerBenchmark;
import io.parley.qa.evaluation.AnswerEvaluation;
import io.parley.standalone.client.JsonOutput;
import io.parley.standalone.stack.ProgressBar;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Scores the answer model. */
@Command(
        name = "answers",
        description = {
            "Trains the answer model on facts and questions and scores it on other questions. Questions are a table",
            "text,fact; an empty fact means that none fits."
        },
        footer = {"", "Exit codes: 0 evaluated, 1 a file cannot be read or learnt from, 2 not understood."},
        mixinStandardHelpOptions = true)
final class EvaluateAnswersCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--facts", paramLabel = "FILE", required = true, description = "A campaign's facts.yaml.")
    private Path facts = Path.of("");

    @Option(names = "--train", paramLabel = "FILE", description = "Questions to learn from besides those of the facts.")
    private Optional<Path> train = Optional.empty();

    @Option(names = "--test", paramLabel = "FILE", required = true, description = "What to score on.")
    private Path test = Path.of("");

    @Option(names = "--seed", paramLabel = "N", description = "Decides everything random (${DEFAULT-VALUE}).")
    private long seed = 42;

    @Mixin
    private JsonOutput json = new JsonOutput();

    @Override
    public Integer call() throws IOException {
        try {
            AnswerEvaluation result = AnswerBenchmark.run(
                    facts, train.orElse(null), test, seed, new EpochBar(ProgressBar.on(System.err)));
            print(result, spec.commandLine().getOut());
            json.write(result);
            return 0;
        } catch (FaultException | IOException e) {
            return Failure.tell(e, spec.commandLine().getErr());
        }
    }

    private static void print(AnswerEvaluation result, PrintWriter out) {
        out.println("%d questions: top-1 %.4f, top-3 %.4f, MRR %.4f, refused %.4f"
                .formatted(result.questions(), result.top1(), result.top3(), result.mrr(), result.refused()));
        out.println("%d that no fact fits: answered all the same %.4f"
                .formatted(result.unanswerable(), result.falseAnswers()));
        out.flush();
    }
}
