package io.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is promised of retention holds, since a broker throws away only closed segments, and not at once. */
class TopicsTest {

    static Stream<Arguments> promises() {
        return Stream.of(
                Arguments.of(Topics.NEXT_STATE_REQUESTS, Duration.ofHours(1)),
                Arguments.of(Topics.NEXT_STATE_REPLIES, Duration.ofHours(1)),
                Arguments.of(Topics.ANSWER_REQUESTS, Duration.ofHours(1)),
                Arguments.of(Topics.ANSWER_REPLIES, Duration.ofHours(1)),
                Arguments.of(Topics.DIALOGUE_EVENTS, Duration.ofDays(30)),
                Arguments.of(Topics.CALL_EVENTS, Duration.ofDays(30)));
    }

    @ParameterizedTest
    @MethodSource("promises")
    void givenATopic_whenItsSettingsAreAddedUp_thenNothingIsKeptLongerThanPromised(Topic<?> topic, Duration promise) {
        Duration open = millis(topic.settings(), "segment.ms");
        Duration kept = millis(topic.settings(), "retention.ms");

        assertThat(open.plus(kept).plus(Retention.BROKER_DELAY)).isEqualTo(promise);
        assertThat(kept).isGreaterThan(promise.dividedBy(2));
    }

    @Test
    void givenWhatCountsUntilReplaced_whenKept_thenTheLastOfEachStays() {
        assertThat(Topics.MODEL_ALIASES.settings()).isEqualTo(Map.of("cleanup.policy", "compact"));
        assertThat(Topics.CAMPAIGN_FACTS.settings()).isEqualTo(Map.of("cleanup.policy", "compact"));
        assertThat(Topics.ORDERS.settings()).isEqualTo(Map.of("cleanup.policy", "compact"));
    }

    private static Duration millis(Map<String, String> settings, String name) {
        return Duration.ofMillis(Long.parseLong(Objects.requireNonNull(settings.get(name))));
    }
}
