package io.parley.orderflow.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LatestRunsTest {

    private final LatestRuns<Waiting> runs = new LatestRuns<>("check", Fault.CHECK_RUNNING, Fault.CHECK_NOT_FOUND);

    @Test
    void givenARunThatIsNotOver_whenAnotherIsBegun_thenItIsRefusedUntilTheFirstEnds() {
        Waiting first = runs.begin(() -> new Waiting("1"));

        assertThatThrownBy(() -> runs.begin(() -> new Waiting("2")))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault()).isEqualTo(Fault.CHECK_RUNNING));

        first.cancel();
        assertThat(runs.begin(() -> new Waiting("2")).id()).isEqualTo("2");
    }

    @Test
    void givenARun_whenItIsBegun_thenItRuns() throws InterruptedException {
        Waiting run = runs.begin(() -> new Waiting("1"));

        assertThat(run.began.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void givenARunOfACampaign_whenAskedForUnderAnother_thenItIsNotFound() {
        runs.begin(() -> new Waiting("1"));

        assertThat(runs.get("gift-card", "1").id()).isEqualTo("1");
        assertThatThrownBy(() -> runs.get("tea-box", "1"))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault()).isEqualTo(Fault.CHECK_NOT_FOUND));
    }

    @Test
    void givenManyRuns_whenMoreAreBegun_thenTheEarliestIsForgotten() {
        for (int number = 0; number <= 10; number++) {
            String id = "" + number;
            runs.begin(() -> new Waiting(id)).cancel();
        }

        assertThat(runs.get("gift-card", "10").id()).isEqualTo("10");
        assertThatThrownBy(() -> runs.get("gift-card", "0")).isInstanceOf(FaultException.class);
    }

    private static final class Waiting implements BackgroundRun {

        private final String id;
        private final CountDownLatch began = new CountDownLatch(1);
        private volatile boolean over;

        Waiting(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String campaign() {
            return "gift-card";
        }

        @Override
        public void run() {
            began.countDown();
        }

        @Override
        public void cancel() {
            over = true;
        }

        @Override
        public boolean isOver() {
            return over;
        }
    }
}
