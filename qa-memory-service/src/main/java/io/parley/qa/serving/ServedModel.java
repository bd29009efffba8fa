package io.parley.qa.serving;

import io.parley.neural.registry.ModelVersion;
import io.parley.qa.recall.AnswerModel;

/**
 * A model in use.
 *
 * @param version what is known about it
 */
public record ServedModel(ModelVersion version, AnswerModel model) {}
