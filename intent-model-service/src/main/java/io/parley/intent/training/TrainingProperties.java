package io.parley.intent.training;

import io.parley.intent.features.FeatureSettings;
import io.parley.neural.encoder.Pretrained;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When and how networks are trained.
 *
 * @param onStart whether campaigns without a model of their present data are trained when the service starts
 * @param dataFolder a folder besides the campaigns from which operators may name training files; none by default
 * @param seed of trainings that name none
 * @param encoders the frozen networks whose vectors are put side by side; {@code minilm} takes about 2 ms a text,
 *     {@code bge-small} about 5 ms
 * @param projection how many principal components of a token's vector the recurrent part reads
 * @param history how many earlier turns the network looks at; 0 for none
 * @param recurrent units of the recurrent part
 * @param hidden units of the hidden layer
 * @param epochs at most; few rows are gone through more often, so that there are steps enough
 * @param patience how many epochs without a better loss end a training
 * @param batch rows a step
 * @param learningRate at the start
 */
@Validated
@ConfigurationProperties("parley.training")
public record TrainingProperties(
        @DefaultValue("true") boolean onStart,
        @Nullable Path dataFolder,
        @DefaultValue("42") long seed,
        @DefaultValue({"bge-small", "minilm"}) @NotEmpty List<Pretrained> encoders,
        @DefaultValue("64") @Min(8) @Max(384) int projection,
        @DefaultValue("0") @Min(0) @Max(8) int history,
        @DefaultValue("48") @Min(4) @Max(512) int recurrent,
        @DefaultValue("256") @Min(8) @Max(2048) int hidden,
        @DefaultValue("7") @Min(1) @Max(500) int epochs,
        @DefaultValue("3") @Min(1) @Max(100) int patience,
        @DefaultValue("128") @Min(8) @Max(2048) int batch,

        @DefaultValue("0.003") @DecimalMin("0.00001") @DecimalMax("0.1")
        double learningRate) {

    private static final int PROJECTION_SAMPLE = 2_000;
    private static final int LONGEST = 32;
    private static final int RAREST = 2;
    private static final int WORDS = 4_000;
    private static final int GRAMS = 3_000;
    private static final int CROSSES = 4_000;
    private static final double DROPOUT = 0.5;
    private static final double WIDE_DROPOUT = 0.5;
    private static final double WEIGHT_DECAY = 1e-4;
    private static final double DIRECT_DECAY = 1e-3;
    private static final double SMOOTHING = 0.1;
    private static final double HELD_OUT = 0.12;

    public TrainingProperties {
        encoders = List.copyOf(encoders);
    }

    /**
     * What holds where nothing is set.
     *
     * @param history how many earlier turns the network looks at
     */
    public static TrainingProperties defaults(int history) {
        return new TrainingProperties(
                true,
                null,
                42,
                List.of(Pretrained.BGE_SMALL, Pretrained.MINILM),
                64,
                history,
                48,
                256,
                7,
                3,
                128,
                0.003);
    }

    /** The settings of a training. */
    public TrainingSettings settings() {
        return new TrainingSettings(
                new FeatureSettings(
                        encoders,
                        projection,
                        PROJECTION_SAMPLE,
                        LONGEST,
                        history,
                        RAREST,
                        WORDS,
                        GRAMS,
                        CROSSES,
                        Set.of()),
                recurrent,
                hidden,
                epochs,
                patience,
                batch,
                learningRate,
                DROPOUT,
                WIDE_DROPOUT,
                WEIGHT_DECAY,
                DIRECT_DECAY,
                SMOOTHING,
                HELD_OUT);
    }
}
