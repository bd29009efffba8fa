package io.parley.neural.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
}
