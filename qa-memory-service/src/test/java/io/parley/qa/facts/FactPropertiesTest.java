package io.parley.qa.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class FactPropertiesTest {

    @Test
    void givenNothing_whenBound_thenATrainingWaitsForSeconds() {
        assertThat(bind(Map.of()).patience()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void givenLessThanNoTime_whenBound_thenTheStartFailsAndNamesTheSetting() {
        assertThatThrownBy(() -> bind(Map.of("parley.facts.patience", "-1s")))
                .rootCause()
                .hasMessageContaining("parley.facts.patience is PT-1S");
    }

    private static FactProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("parley.facts", FactProperties.class);
    }
}
