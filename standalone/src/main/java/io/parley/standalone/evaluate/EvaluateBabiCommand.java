package io.parley.standalone.evaluate;

import io.parley.qa.story.StoryBenchmark;
import io.parley.qa.story.StoryReport;
import io.parley.standalone.client.JsonOutput;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Scores the answer model's network on bAbI. */
@Command(
        name = "babi",
        description = {
            "Learns the tasks of bAbI, each by a network of its own, and scores it on the task's test file: the proof that",
            "the network which answers customers is a dynamic memory network. Files are named as in the public",
            "distribution, qa<number>_<name>_train.txt and qa<number>_<name>_test.txt, plain or with .gz behind."
        },
        footer = {"", "Exit codes: 0 evaluated, 1 a file cannot be learnt from, 2 not understood or no such folder."},
        mixinStandardHelpOptions = true)
final class EvaluateBabiCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--train", paramLabel = "DIR", required = true, description = "Where the files to learn from are.")
    private Path train = Path.of("");

    @Option(
            names = "--test",
            paramLabel = "DIR",
            description = "Where the files to score on are; by default beside those to learn from.")
    private Optional<Path> test = Optional.empty();

    @Option(
            names = "--tasks",
            paramLabel = "N",
            split = ",",
            description = "Which tasks, such as 1,2,15; by default all.")
    private List<Integer> tasks = new ArrayList<>();

    @Option(
            names = "--supervised",
            description = "Let the gates learn from the supporting facts too, not from the answers alone.")
    private boolean supervised;

    @Option(names = "--seed", paramLabel = "N", description = "Decides everything random (${DEFAULT-VALUE}).")
    private long seed = 42;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = {
                "Learn every task with so many seeds and count the one that is best on questions kept apart from",
                "those to learn from (${DEFAULT-VALUE})."
            })
    private int seeds = 1;

    @Mixin
    private JsonOutput json = new JsonOutput();

    @Override
    public Integer call() throws IOException {
        if (seeds < 1) {
            throw new ParameterException(spec.commandLine(), "--seeds must be at least 1, is " + seeds);
        }
        for (int task : tasks) {
            if (task < 1 || task > StoryBenchmark.TASKS) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--tasks must be numbers from 1 to " + StoryBenchmark.TASKS + ", one is " + task);
            }
        }
        List<Integer> wanted = tasks.isEmpty()
                ? IntStream.rangeClosed(1, StoryBenchmark.TASKS).boxed().toList()
                : tasks;
        PrintWriter out = spec.commandLine().getOut();
        StoryReport report = new StoryBenchmark(supervised, seed, seeds)
                .run(folder(train), folder(test.orElse(train)), wanted, Scoring.progress(), task -> print(task, out));
        print(report, out);
        json.write(report);
        return 0;
    }

    private Path folder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "There is no folder " + folder);
        }
        return folder;
    }

    private static void print(StoryReport.TaskResult task, PrintWriter out) {
        out.println("%-28s %5.1f %% wrong, %d epochs in %.0f s"
                .formatted(task.name(), 100 * task.error(), task.epochs(), task.trainSeconds()));
        out.flush();
    }

    private static void print(StoryReport report, PrintWriter out) {
        report.skipped().forEach((task, why) -> out.println("task %s left out: %s".formatted(task, why)));
        out.println("%d tasks, learned %s: mean error %.1f %%, in %.0f s"
                .formatted(
                        report.tasks().size(),
                        report.supervised() ? "from answers and supporting facts" : "from answers alone",
                        100 * report.meanError(),
                        report.trainSeconds()));
        out.flush();
    }
}
