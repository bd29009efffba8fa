package io.parley.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void givenOneToAHundredMilliseconds_whenSummedUp_thenThePercentilesAreTheNearestRanks() {
        List<Duration> all = IntStream.rangeClosed(1, 100)
                .mapToObj(Duration::ofMillis)
                .toList()
                .reversed();

        assertThat(Latencies.of(all)).isEqualTo(new Latencies(100, 50, 95, 99, 100));
    }

    @Test
    void givenOne_whenSummedUp_thenItIsEveryPercentile() {
        assertThat(Latencies.of(List.of(Duration.ofMillis(7)))).isEqualTo(new Latencies(1, 7, 7, 7, 7));
    }

    @Test
    void givenNone_whenSummedUp_thenEverythingIsZero() {
        assertThat(Latencies.of(List.of())).isEqualTo(new Latencies(0, 0, 0, 0, 0));
    }

    @Test
    void givenTwo_whenCompared_thenTheirMediansAre() {
        Latencies turn = new Latencies(1, 12, 0, 0, 0);

        assertThat(turn.timesAsSlowAs(new Latencies(1, 4, 0, 0, 0))).isEqualTo(3);
        assertThat(turn.timesAsSlowAs(new Latencies(0, 0, 0, 0, 0))).isZero();
    }
}
