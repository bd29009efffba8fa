package io.parley.intent.serving;

import io.parley.intent.network.NextStateModel;
import io.parley.neural.registry.ModelVersion;

/**
 * A model in use.
 *
 * @param version what is known about it
 */
public record ServedModel(ModelVersion version, NextStateModel model) {}
