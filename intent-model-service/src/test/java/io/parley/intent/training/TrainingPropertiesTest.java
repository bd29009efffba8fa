package io.parley.intent.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.neural.encoder.Pretrained;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingPropertiesTest {

    @Test
    void givenNothingSet_whenBound_thenTheDefaultsHold() {
        TrainingProperties properties = TestProperties.bind(Map.of());

        assertThat(properties.onStart()).isTrue();
        assertThat(properties.seed()).isEqualTo(42);
        assertThat(properties.encoders()).containsExactly(Pretrained.BGE_SMALL, Pretrained.MINILM);
        assertThat(properties.history()).isZero();
        assertThat(properties.epochs()).isEqualTo(7);
        assertThat(properties.batch()).isEqualTo(128);
        assertThat(properties.dataFolder()).isNull();
        assertThat(properties).isEqualTo(TrainingProperties.defaults(0));
    }

    @Test
    void givenABadValue_whenValidated_thenTheMessageNamesTheLimit() {
        TrainingProperties properties = TestProperties.bind(Map.of("parley.training.epochs", "0"));

        try (ValidatorFactory validation = Validation.buildDefaultValidatorFactory()) {
            assertThat(validation.getValidator().validate(properties))
                    .singleElement()
                    .extracting(ConstraintViolation::getMessage)
                    .isEqualTo("must be greater than or equal to 1");
        }
    }

    @Test
    void givenSettings_whenDescribed_thenEverythingThatDecidesAModelIsThere() {
        assertThat(TestProperties.bind(Map.of()).settings().described())
                .containsEntry("encoders", "bge-small-en-v15-q+all-minilm-l6-v2-q")
                .containsEntry("epochs", "7")
                .containsKeys("learningRate", "dropout", "history", "crosses");
    }
}
