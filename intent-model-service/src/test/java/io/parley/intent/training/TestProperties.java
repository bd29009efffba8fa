package io.parley.intent.training;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Properties as Spring would bind them. */
final class TestProperties {

    private TestProperties() {}

    /** Small and quick. */
    static TrainingProperties training(int history) {
        return bind(Map.of(
                "parley.training.encoders", "minilm",
                "parley.training.recurrent", "8",
                "parley.training.hidden", "48",
                "parley.training.epochs", "10",
                "parley.training.history", String.valueOf(history)));
    }

    static TrainingProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("parley.training", TrainingProperties.class);
    }
}
