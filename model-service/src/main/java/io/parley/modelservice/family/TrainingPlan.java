package io.parley.modelservice.family;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * When a service trains by itself, and what holds for trainings that say nothing else.
 *
 * @param onStart whether campaigns without a model of their present data are trained when the service starts
 * @param dataFolder a folder besides the campaigns from which operators may name files; null for none
 * @param seed of trainings that name none
 */
public record TrainingPlan(boolean onStart, @Nullable Path dataFolder, long seed) {}
