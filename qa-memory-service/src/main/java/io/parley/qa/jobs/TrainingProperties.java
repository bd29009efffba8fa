package io.parley.qa.jobs;

import io.parley.neural.encoder.Pretrained;
import io.parley.qa.memory.TrainingSettings;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When and how memories are trained.
 *
 * @param onStart whether campaigns without a model of their present data are trained when the service starts
 * @param dataFolder a folder besides the campaigns from which operators may name training files; none by default
 * @param seed of trainings that name none
 * @param encoders the frozen networks whose sentence vectors are put side by side
 * @param hops how often the memory looks at the facts
 * @param epochs how often every question is seen
 * @param learningRate at the start
 */
@Validated
@ConfigurationProperties("parley.training")
public record TrainingProperties(
        @DefaultValue("true") boolean onStart,
        @Nullable Path dataFolder,
        @DefaultValue("42") long seed,
        @DefaultValue({"minilm", "bge-small"}) @NotEmpty List<Pretrained> encoders,
        @DefaultValue("3") @Min(2) @Max(8) int hops,
        @DefaultValue("8") @Min(1) @Max(200) int epochs,

        @DefaultValue("0.0003") @DecimalMin("0.000001") @DecimalMax("0.1")
        double learningRate) {

    public TrainingProperties {
        encoders = List.copyOf(encoders);
    }

    /** The settings of a training. */
    public TrainingSettings settings() {
        TrainingSettings usual = TrainingSettings.DEFAULT;
        return new TrainingSettings(
                usual.width(),
                usual.gateUnits(),
                hops,
                epochs,
                usual.batch(),
                learningRate,
                usual.anchor(),
                usual.headPace(),
                usual.candidates());
    }

    /** Everything beside data and seed that decides what a model becomes, by name. */
    Map<String, String> described() {
        TrainingSettings settings = settings();
        Map<String, String> described = new TreeMap<>();
        described.put("encoders", encoders.stream().map(Pretrained::id).collect(Collectors.joining("+")));
        described.put("width", String.valueOf(settings.width()));
        described.put("gateUnits", String.valueOf(settings.gateUnits()));
        described.put("hops", String.valueOf(settings.hops()));
        described.put("epochs", String.valueOf(settings.epochs()));
        described.put("batch", String.valueOf(settings.batch()));
        described.put("learningRate", String.valueOf(settings.learningRate()));
        described.put("anchor", String.valueOf(settings.anchor()));
        described.put("headPace", String.valueOf(settings.headPace()));
        described.put("candidates", String.valueOf(settings.candidates()));
        return described;
    }
}
