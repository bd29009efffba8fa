package io.parley.qa.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.neural.encoder.Pretrained;
import io.parley.qa.memory.TrainingSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TrainingPropertiesTest {

    @Test
    void givenNothing_whenBound_thenTheDefaultsHold() {
        TrainingProperties properties = bind(Map.of());

        assertThat(properties.onStart()).isTrue();
        assertThat(properties.seed()).isEqualTo(42);
        assertThat(properties.encoders()).containsExactly(Pretrained.MINILM, Pretrained.BGE_SMALL);
        assertThat(properties.settings()).isEqualTo(TrainingSettings.DEFAULT);
    }

    @Test
    void givenOneEncoderAndMoreHops_whenBound_thenTheSettingsNameThem() {
        TrainingProperties properties = bind(Map.of("parley.training.encoders", "minilm", "parley.training.hops", "4"));

        assertThat(properties.encoders()).isEqualTo(List.of(Pretrained.MINILM));
        assertThat(properties.described())
                .containsEntry("encoders", "all-minilm-l6-v2-q")
                .containsEntry("hops", "4");
    }

    private static TrainingProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("parley.training", TrainingProperties.class);
    }
}
