package io.parley.modelservice.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ModelsPropertiesTest {

    @Test
    void givenNothing_whenBound_thenTheDefaultsHold() {
        assertThat(bind(Map.of()))
                .isEqualTo(new ModelsProperties(Path.of("data", "models"), Duration.ofSeconds(5), 256));
    }

    @Test
    void givenBadValues_whenBound_thenTheMessageSaysWhatTheyMustBe() {
        assertThatThrownBy(() -> bind(Map.of("parley.models.look-every", "0s")))
                .hasRootCauseMessage("parley.models.look-every must be more than 0, is PT0S");
        assertThatThrownBy(() -> bind(Map.of("parley.models.challenger-queue", "0")))
                .hasRootCauseMessage("parley.models.challenger-queue must be at least 1, is 0");
    }

    private static ModelsProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("parley.models", ModelsProperties.class);
    }
}
