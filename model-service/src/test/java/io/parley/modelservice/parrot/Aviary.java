package io.parley.modelservice.parrot;

import io.parley.modelservice.serving.ModelsProperties;
import io.parley.neural.registry.DataSource;
import io.parley.neural.registry.ModelRegistry;
import io.parley.neural.registry.TrainedModel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** A registry of parrots. */
public final class Aviary {

    /** As a service has them that is told nothing, but for the folder. */
    public static final ModelsProperties PROPERTIES =
            new ModelsProperties(Path.of("nowhere"), Duration.ofMillis(100), 4);

    private final ParrotFamily family = new ParrotFamily();
    private final ModelRegistry registry;

    public Aviary(Path folder) {
        this.registry = new ModelRegistry(folder, family.names().kind(), Clock.systemUTC());
    }

    public ParrotFamily family() {
        return family;
    }

    public ModelRegistry registry() {
        return registry;
    }

    /** Publishes a parrot and returns its version. */
    public String publish(String campaign, Parrot parrot) {
        return registry.publish(
                        campaign,
                        new TrainedModel(
                                "abc",
                                5,
                                Map.of(),
                                Map.of(),
                                1,
                                DataSource.UPLOAD,
                                folder -> family.write(parrot, folder)))
                .version();
    }
}
