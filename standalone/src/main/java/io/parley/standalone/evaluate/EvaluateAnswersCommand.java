package io.parley.standalone.evaluate;

import io.parley.qa.evaluation.AnswerBenchmark;
import io.parley.qa.evaluation.AnswerEvaluation;
import io.parley.qa.evaluation.AnswerReport;
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
            "text,fact; an empty fact means that none fits. Where flow.yaml lies beside the facts, a campaign's own tables",
            "(utterances.csv, held-out.csv) will do as well; state and kind are then told as they are to the service."
        },
        footer = {"", "Exit codes: 0 evaluated, 1 a file cannot be learnt from, 2 not understood or no such file."},
        mixinStandardHelpOptions = true)
final class EvaluateAnswersCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--facts", paramLabel = "FILE", required = true, description = "A campaign's facts.yaml.")
    private Path facts = Path.of("");

    @Option(names = "--train", paramLabel = "FILE", description = "Questions to learn from besides those of the facts.")
    private Optional<Path> train = Optional.empty();

    @Mixin
    private Scoring scoring = new Scoring();

    @Override
    public Integer call() throws IOException {
        AnswerReport report = AnswerBenchmark.run(
                scoring.readable(facts),
                train.map(scoring::readable).orElse(null),
                scoring.test(),
                scoring.seed(),
                Scoring.progress());
        print(report, spec.commandLine().getOut());
        scoring.write(report);
        return 0;
    }

    private static void print(AnswerReport report, PrintWriter out) {
        AnswerEvaluation result = report.evaluation();
        out.println("%d questions: top-1 %.4f, top-3 %.4f, MRR %.4f, refused %.4f"
                .formatted(result.questions(), result.top1(), result.top3(), result.mrr(), result.refused()));
        out.println("%d that no fact fits: answered all the same %.4f"
                .formatted(result.unanswerable(), result.falseAnswers()));
        out.println("%d facts and %d texts learnt in %.1f s; an answer takes %.1f ms, at most %.1f ms for 99 of 100"
                .formatted(
                        report.facts(),
                        report.trainingTexts(),
                        report.trainSeconds().wall(),
                        report.latencyMs().p50(),
                        report.latencyMs().p99()));
        out.flush();
    }
}
