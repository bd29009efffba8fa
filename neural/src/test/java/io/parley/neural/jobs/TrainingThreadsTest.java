package io.parley.neural.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingThreadsTest {

    @Test
    void givenManyItems_whenMapped_thenTheirOrderStaysAndTheCommonPoolIsLeftAlone() {
        List<Integer> items = IntStream.range(0, 500).boxed().toList();

        List<String> results = TrainingThreads.map(
                items, item -> item + " " + Thread.currentThread().getName().startsWith("training-worker-"));

        assertThat(results).isEqualTo(items.stream().map(item -> item + " true").toList());
    }

    @Test
    void givenAFailingItem_whenMapped_thenTheCauseIsKept() {
        assertThatThrownBy(() -> TrainingThreads.map(List.of(1, 0), item -> 1 / item))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(ArithmeticException.class);
    }

    @Test
    void givenManyItems_whenTheListenerWantsNoMore_thenTheRestIsNotWorkedOn() {
        List<Integer> items = IntStream.range(0, 10_000).boxed().toList();
        AtomicInteger worked = new AtomicInteger();

        assertThatThrownBy(() -> TrainingThreads.map(items, item -> worked.incrementAndGet(), "encoding", step -> {
                    if (step.done() > 0.02) {
                        throw new TrainingCancelledException("job-1");
                    }
                }))
                .isInstanceOf(TrainingCancelledException.class);

        assertThat(worked.get()).isBetween(200, 1_000);
    }

    @Test
    void givenManyItems_whenMappedWithReports_thenTheirOrderStaysAndEachReportIsFurther() {
        List<Integer> items = IntStream.range(0, 1_000).boxed().toList();
        List<Double> reports = new ArrayList<>();

        List<Integer> doubled = TrainingThreads.map(items, item -> 2 * item, "encoding", step -> {
            assertThat(step.phase()).isEqualTo("encoding");
            reports.add(step.done());
        });

        assertThat(doubled).isEqualTo(items.stream().map(item -> 2 * item).toList());
        assertThat(reports).hasSizeGreaterThan(3).isSorted().startsWith(0.0);
    }
}
