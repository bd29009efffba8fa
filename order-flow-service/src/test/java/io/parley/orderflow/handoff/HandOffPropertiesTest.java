package io.parley.orderflow.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class HandOffPropertiesTest {

    @Test
    void givenNothing_whenBound_thenTheDefaultsAreThoseOfTheDocumentation() {
        assertThat(bound(Map.of())).isEqualTo(DeskDatabase.PATIENCE);
    }

    @Test
    void givenAValueThatMakesNoSense_whenBound_thenItsNameAndTheValueAreTold() {
        assertThatThrownBy(() -> bound(Map.of("parley.hand-off.duty-lasts", "0s")))
                .rootCause()
                .hasMessage("parley.hand-off.duty-lasts is PT0S; it must be above zero");
        assertThatThrownBy(() -> new HandOffProperties(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(3),
                        Duration.ofMinutes(3),
                        Duration.ofSeconds(30),
                        Duration.ofDays(1)))
                .hasMessageContaining("give-up-after is PT3M; it must be longer than");
    }

    private static HandOffProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("parley.hand-off", HandOffProperties.class);
    }
}
