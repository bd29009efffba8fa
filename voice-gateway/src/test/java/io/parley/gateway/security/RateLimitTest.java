package io.parley.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);

    @Test
    void givenALimit_whenABurstIsOver_thenAskingGoesOnAtTheRate() {
        RateLimit limit = new RateLimit(10, clock::get);

        assertThat(admitted(limit, "a", 100)).isEqualTo(20);
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(500));
        assertThat(admitted(limit, "a", 100)).isEqualTo(5);
        assertThat(admitted(limit, "b", 100)).isEqualTo(20);
        clock.addAndGet(TimeUnit.HOURS.toNanos(1));
        assertThat(admitted(limit, "a", 100)).isEqualTo(20);
    }

    @Test
    void givenNoLimit_whenAsked_thenEverythingIsAdmitted() {
        assertThat(admitted(new RateLimit(0, clock::get), "a", 1_000)).isEqualTo(1_000);
    }

    @Test
    void givenFailedLogins_whenAMinuteIsOver_thenTheAddressMayTryAgain() {
        FailedLogins failures = new FailedLogins(2, clock::get);
        failures.failed("a");
        assertThat(failures.tooMany("a")).isFalse();
        failures.failed("a");
        assertThat(failures.tooMany("a")).isTrue();
        assertThat(failures.tooMany("b")).isFalse();
        clock.addAndGet(TimeUnit.SECONDS.toNanos(61));
        assertThat(failures.tooMany("a")).isFalse();
        failures.failed("a");
        assertThat(failures.tooMany("a")).isFalse();
    }

    private static long admitted(RateLimit limit, String address, int times) {
        return IntStream.range(0, times).filter(i -> limit.admits(address)).count();
    }
}
