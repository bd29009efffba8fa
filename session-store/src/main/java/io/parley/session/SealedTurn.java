package io.parley.session;

/**
 * The record of a turn on its way to the archive. What it says is sealed; in the clear is only what it is found by.
 *
 * @param turn the number of the turn, from 1
 * @param rehearsal whether a conversation test said it
 * @param sealedRecord readable only with the installation's key and only as part of its own turn
 */
public record SealedTurn(String conversationId, int turn, String campaign, boolean rehearsal, String sealedRecord) {}
