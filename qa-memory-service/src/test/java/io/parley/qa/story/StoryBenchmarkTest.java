package io.parley.qa.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.parley.contracts.FaultException;
import io.parley.neural.jobs.ProgressListener;
import io.parley.qa.story.StoryReport.TaskResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoryBenchmarkTest {

    private static final long SEED = 3;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void tell() throws IOException {
        Told.write(folder.resolve("qa1_where_train.txt"), 400, 1);
        Told.write(folder.resolve("qa1_where_test.txt"), 100, 2);
    }

    @Test
    void givenATaskThatCanBeLearned_whenRun_thenItIsAnsweredAndTheGatesShowWhere() throws IOException {
        StoryReport report = run(true, List.of(1));

        TaskResult task = task(report);
        assertThat(task.error()).isLessThan(0.05);
        assertThat(task.questions()).isEqualTo(100);
        assertThat(report.meanError()).isEqualTo(task.error());
        assertThat(task.samples()).isNotEmpty().allSatisfy(sample -> {
            assertThat(sample.attention()).hasSize(3);
            assertThat(sample.attention()).allSatisfy(gates -> {
                assertThat(gates).hasSameSizeAs(sample.facts());
                assertThat(gates.stream().mapToDouble(it -> it).sum()).isBetween(0.999, 1.001);
                int looked = gates.indexOf(gates.stream().max(Double::compare).orElseThrow());
                assertThat(sample.facts().get(looked)).contains(sample.right());
            });
        });
    }

    @Test
    void givenTheSameSeed_whenRunTwice_thenEveryAnswerIsTheSame() throws IOException {
        TaskResult first = task(run(false, List.of(1)));
        TaskResult second = task(run(false, List.of(1)));

        assertThat(second.samples()).isEqualTo(first.samples());
        assertThat(second.error()).isEqualTo(first.error());
    }

    @Test
    void givenTasksWithoutFiles_whenRun_thenTheyAreNamedAndLeftOut() throws IOException {
        Files.copy(folder.resolve("qa1_where_train.txt"), folder.resolve("qa4_lonely_train.txt"));
        List<TaskResult> finished = new ArrayList<>();

        StoryReport report = new StoryBenchmark(false, SEED, 1)
                .run(folder, folder, List.of(1, 3, 4), ProgressListener.SILENT, finished::add);

        assertThat(finished).extracting(TaskResult::name).containsExactly("where");
        assertThat(report.skipped()).containsEntry("3", "no file").containsEntry("4", "no file to score on");
    }

    @Test
    void givenNoTaskAtAll_whenRun_thenItIsToldWhatIsMissing() {
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> run(false, List.of(2)))
                .withMessageContaining("qa<number>_<name>_train.txt");
    }

    private static TaskResult task(StoryReport report) {
        return Objects.requireNonNull(report.tasks().get("1"));
    }

    private StoryReport run(boolean supervised, List<Integer> tasks) throws IOException {
        return new StoryBenchmark(supervised, SEED, 1).run(folder, folder, tasks, ProgressListener.SILENT, task -> {});
    }
}
