package io.parley.gateway.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be predicted; for the OpenAPI document.
 *
 * @param state where the conversation is; the answers model does not need it
 * @param allowed the states that may follow; the answers model does not need them
 * @param text what the customer says
 */
record PredictionOrder(@Nullable String state, @Nullable List<String> allowed, String text) {}
