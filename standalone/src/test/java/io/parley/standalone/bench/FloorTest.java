package io.parley.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FloorTest {

    @Test
    void givenBareServers_whenMeasured_thenEveryCallIsAnswered(@TempDir Path folder) throws Exception {
        Latencies floor = Floor.measure(folder, 2, 20, 100);

        assertThat(floor.count()).isEqualTo(100);
        assertThat(floor.p50Ms()).isPositive().isLessThanOrEqualTo(floor.maxMs());
    }
}
