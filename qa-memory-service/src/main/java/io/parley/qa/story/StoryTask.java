package io.parley.qa.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One task of bAbI, by its files {@code qa<number>_<name>_train.txt} and {@code …_test.txt}, perhaps with {@code .gz} behind.
 *
 * @param number from 1 on
 * @param train to learn from
 * @param test to score on
 * @see <a href="https://arxiv.org/abs/1502.05698">Weston et al. (2015)</a>
 */
record StoryTask(int number, String name, Optional<Path> train, Optional<Path> test) {

    private static final Pattern FILE = Pattern.compile("qa(\\d{1,2})_(.+)_(train|test)\\.txt(\\.gz)?");

    /**
     * The tasks that have a file in either folder, by number.
     *
     * @throws IOException if a folder cannot be read
     */
    static Map<Integer, StoryTask> in(Path train, Path test) throws IOException {
        Map<Integer, StoryTask> tasks = new TreeMap<>();
        add(tasks, train, "train");
        add(tasks, test, "test");
        return tasks;
    }

    private static void add(Map<Integer, StoryTask> tasks, Path folder, String part) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                Matcher named = FILE.matcher(String.valueOf(file.getFileName()));
                if (named.matches() && part.equals(named.group(3))) {
                    StoryTask task = new StoryTask(
                            Integer.parseInt(named.group(1)), named.group(2), Optional.empty(), Optional.empty());
                    tasks.merge(
                            task.number,
                            part.equals("train") ? task.withTrain(file) : task.withTest(file),
                            StoryTask::with);
                }
            }
        }
    }

    private StoryTask withTrain(Path file) {
        return new StoryTask(number, name, Optional.of(file), test);
    }

    private StoryTask withTest(Path file) {
        return new StoryTask(number, name, train, Optional.of(file));
    }

    private StoryTask with(StoryTask other) {
        return new StoryTask(number, name, train.or(other::train), test.or(other::test));
    }

    /** Why it can be neither learnt nor scored; empty if it can. */
    Optional<String> missing() {
        if (train.isEmpty()) {
            return Optional.of("no file to learn from");
        }
        return test.isEmpty() ? Optional.of("no file to score on") : Optional.empty();
    }
}
