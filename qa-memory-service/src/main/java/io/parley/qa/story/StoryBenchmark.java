package io.parley.qa.story;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.neural.jobs.ProgressListener;
import io.parley.neural.nd4j.Nd4jSetUp;
import io.parley.qa.memory.StoryAnswer;
import io.parley.qa.memory.StoryModel;
import io.parley.qa.memory.StoryQuestion;
import io.parley.qa.memory.StorySettings;
import io.parley.qa.memory.StoryTrainer;
import io.parley.qa.story.StoryReport.Sample;
import io.parley.qa.story.StoryReport.TaskResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Learns bAbI's tasks, each by a network of its own, and scores every network on questions it never saw. */
public final class StoryBenchmark {

    /** How many tasks there are, numbered from 1. */
    public static final int TASKS = 20;

    /** Every so many stories, one is kept apart to choose an epoch by. */
    private static final int KEPT_APART = 10;

    private static final int SAMPLES = 2;

    private final StorySettings settings;
    private final boolean supervised;
    private final long seed;
    private final int seeds;

    /**
     * @param supervised whether the gates learn from the supporting facts
     * @param seeds how often every task is learned, with as many seeds
     */
    public StoryBenchmark(boolean supervised, long seed, int seeds) {
        this.settings = supervised ? StorySettings.DEFAULT.supervised() : StorySettings.DEFAULT;
        this.supervised = supervised;
        this.seed = seed;
        this.seeds = seeds;
    }

    /**
     * Runs the tasks.
     *
     * @param numbers which
     * @param finished hears of every task that is done, with its number
     * @throws FaultException {@link Fault#TRAINING_DATA_INVALID} if a file is no story, or no task can be run
     * @throws IOException if a file cannot be read
     */
    public StoryReport run(
            Path train, Path test, List<Integer> numbers, ProgressListener progress, Consumer<TaskResult> finished)
            throws IOException {
        Nd4jSetUp.prepare();
        Map<Integer, StoryTask> tasks = StoryTask.in(train, test);
        Map<String, String> skipped = new LinkedHashMap<>();
        List<StoryTask> run = new ArrayList<>();
        for (int number : numbers) {
            StoryTask task = tasks.get(number);
            String missing = task == null ? "no file" : task.missing().orElse("");
            if (task == null || !missing.isEmpty()) {
                skipped.put(String.valueOf(number), missing);
            } else {
                run.add(task);
            }
        }
        if (run.isEmpty()) {
            throw new FaultException(
                    Fault.TRAINING_DATA_INVALID,
                    "No task has both qa<number>_<name>_train.txt in " + train + " and qa<number>_<name>_test.txt in "
                            + test + " (.txt or .txt.gz)");
        }
        Map<String, TaskResult> results = new LinkedHashMap<>();
        for (int i = 0; i < run.size(); i++) {
            ProgressListener part = progress.part(i / (double) run.size(), (i + 1.0) / run.size());
            TaskResult result = result(run.get(i), part);
            results.put(String.valueOf(run.get(i).number()), result);
            finished.accept(result);
        }
        return new StoryReport(
                supervised,
                results,
                skipped,
                results.values().stream()
                        .mapToDouble(TaskResult::error)
                        .average()
                        .orElseThrow(),
                results.values().stream().mapToDouble(TaskResult::trainSeconds).sum(),
                seed,
                seeds);
    }

    private TaskResult result(StoryTask task, ProgressListener progress) throws IOException {
        List<Story> learned = StoryReader.read(task.train().orElseThrow());
        List<Story> asked = StoryReader.read(task.test().orElseThrow());
        Words words = new Words(learned);
        List<StoryQuestion> taught = new ArrayList<>();
        List<StoryQuestion> keptApart = new ArrayList<>();
        for (Story story : learned) {
            (story.story() % KEPT_APART == KEPT_APART - 1 ? keptApart : taught).add(words.numbers(story));
        }
        if (keptApart.isEmpty()) {
            throw new FaultException(
                    Fault.TRAINING_DATA_INVALID,
                    task.train().orElseThrow() + " has fewer than " + KEPT_APART
                            + " stories; that is too few to learn from");
        }
        long start = System.nanoTime();
        List<Learned> all = new ArrayList<>();
        for (int i = 0; i < seeds; i++) {
            ProgressListener part = progress.part(i / (double) seeds, (i + 1.0) / seeds);
            all.add(new Learned(task, words, taught, keptApart, seed + i, part));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        List<StoryQuestion> questions = asked.stream().map(words::numbers).toList();
        List<Double> errors = all.stream().map(it -> error(it.model, questions)).toList();
        int best = IntStream.range(0, seeds)
                .boxed()
                .min((a, b) -> Double.compare(all.get(a).heldOutError, all.get(b).heldOutError))
                .orElseThrow();
        Learned chosen = all.get(best);
        return new TaskResult(
                task.name(),
                errors.get(best),
                errors,
                chosen.heldOutError,
                questions.size(),
                chosen.epochs,
                seconds,
                asked.stream()
                        .limit(SAMPLES)
                        .map(story -> sample(chosen.model, words, story))
                        .toList());
    }

    /** A network that has learned one task, and how it came along. */
    private final class Learned {

        private final StoryModel model;
        private double heldOutError = 1;
        private int epochs;

        Learned(
                StoryTask task,
                Words words,
                List<StoryQuestion> taught,
                List<StoryQuestion> keptApart,
                long ownSeed,
                ProgressListener progress) {
            String phase = "task " + task.number();
            model = new StoryTrainer(settings, ownSeed)
                    .train(words.count(), taught, keptApart, (epoch, done, loss, error) -> {
                        heldOutError = Math.min(heldOutError, error);
                        epochs = epoch;
                        progress.reached(phase, done);
                    });
            progress.reached(phase, 1);
        }
    }

    private static double error(StoryModel model, List<StoryQuestion> questions) {
        long wrong = questions.stream()
                .filter(question -> model.answer(question).word() != question.answer())
                .count();
        return wrong / (double) questions.size();
    }

    private static Sample sample(StoryModel model, Words words, Story story) {
        StoryAnswer answer = model.answer(words.numbers(story));
        return new Sample(
                story.facts().stream().map(fact -> String.join(" ", fact)).toList(),
                String.join(" ", story.question()),
                story.answer(),
                words.word(answer.word()),
                Stream.of(answer.attention())
                        .map(gates -> DoubleStream.of(gates).boxed().toList())
                        .toList());
    }
}
