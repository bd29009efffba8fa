package io.parley.contracts.model;

import io.parley.contracts.privacy.MaskedText;

/**
 * One earlier turn of the conversation, oldest first where there are several.
 *
 * @param state the state the customer was in
 * @param text what the customer said then
 */
public record PastTurn(String state, MaskedText text) {}
