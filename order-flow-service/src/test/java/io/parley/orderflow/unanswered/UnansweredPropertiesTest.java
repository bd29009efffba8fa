package io.parley.orderflow.unanswered;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class UnansweredPropertiesTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Bound.class);

    @Test
    void givenNothing_whenBound_thenQuestionsAreKeptForNinetyDays() {
        runner.run(context -> assertThat(
                        context.getBean(UnansweredProperties.class).retention())
                .isEqualTo(Duration.ofDays(90)));
    }

    @Test
    void givenNoTimeAtAll_whenBound_thenTheStartFailsAndNamesTheSetting() {
        runner.withPropertyValues("parley.unanswered-questions.retention=0s")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("parley.unanswered-questions.retention is PT0S"));
    }

    @EnableConfigurationProperties(UnansweredProperties.class)
    static class Bound {}
}
