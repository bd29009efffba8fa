package io.parley.intent.serving;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where models are kept.
 *
 * @param folder of the registry; this service keeps its own below {@code next-state/}
 */
@ConfigurationProperties("parley.models")
public record ModelsProperties(@DefaultValue("data/models") Path folder) {}
