package io.parley.modelservice.family;

import io.parley.modelservice.serving.ModelsHealth;

/** Deliberately wrong; a rule of architecture must catch it. */
public record KnowsHowItIsServed(ModelsHealth health) {}
