package io.parley.orderflow.facts;

import io.parley.contracts.fact.FactContent;
import io.parley.contracts.fact.FactStatus;
import org.jspecify.annotations.Nullable;

/**
 * What shall become of a fact.
 *
 * @param content null unless it is to be as an operator writes it
 */
record Wish(FactStatus status, @Nullable FactContent content) {}
