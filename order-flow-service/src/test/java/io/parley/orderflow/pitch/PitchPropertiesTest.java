package io.parley.orderflow.pitch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PitchPropertiesTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Bound.class);

    @Test
    void givenNothing_whenBound_thenPitchesAreSampledByWhatTheLastYearSays() {
        runner.run(context -> assertThat(context.getBean(PitchProperties.class))
                .isEqualTo(new PitchProperties(true, Duration.ofDays(365))));
    }

    @Test
    void givenSamplingSwitchedOff_whenBound_thenItIs() {
        runner.withPropertyValues("parley.pitches.sampling=false")
                .run(context -> assertThat(
                                context.getBean(PitchProperties.class).sampling())
                        .isFalse());
    }

    @Test
    void givenNoTimeAtAll_whenBound_thenTheStartFailsAndNamesTheSetting() {
        runner.withPropertyValues("parley.pitches.retention=-1d")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("parley.pitches.retention is PT-24H"));
    }

    @EnableConfigurationProperties(PitchProperties.class)
    static class Bound {}
}
