package io.parley.modelservice.serving;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where models are kept.
 *
 * @param folder of the registry; a service keeps its own below the kind, {@code next-state/}
 */
@ConfigurationProperties("parley.models")
public record ModelsProperties(@DefaultValue("data/models") Path folder) {}
