package io.parley.orderflow.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final SetClock clock = new SetClock(NOON);
    private final Agents agents = new DeskDatabase(clock).agents();

    @Test
    void givenNobody_whenAskedWhoIsThere_thenNobodyIsAndNeverWas() {
        assertThat(agents.onDuty()).isEmpty();
        assertThat(agents.lastThere()).isEmpty();
    }

    @Test
    void givenSomebodyWhoSaysSoAgainInTime_whenTimePasses_thenTheyAreStillThere() {
        agents.here("Ben");
        agents.here("Anna");
        clock.passes(Duration.ofSeconds(50));
        agents.here("Anna");
        clock.passes(Duration.ofSeconds(20));

        assertThat(names()).containsExactly("Anna");
        assertThat(agents.isOnDuty("Ben")).isFalse();
        assertThat(agents.lastThere()).contains(NOON.plusSeconds(110));
    }

    @Test
    void givenSomebodyOnDuty_whenTheyLeave_thenTheyAreGoneAtOnceAndLeavingAgainChangesNothing() {
        agents.here("Anna");
        clock.passes(Duration.ofSeconds(10));
        agents.gone("Anna");
        clock.passes(Duration.ofSeconds(10));
        agents.gone("Anna");
        agents.gone("a stranger");

        assertThat(names()).isEmpty();
        assertThat(agents.lastThere()).contains(NOON.plusSeconds(10));
    }

    private List<String> names() {
        return agents.onDuty().stream().map(Agents.Agent::name).toList();
    }
}
