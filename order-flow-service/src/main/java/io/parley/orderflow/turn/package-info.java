/**
 * One turn of a conversation, start to end. Read {@code TurnService} first: load, ask the models, decide, play, save.
 * What happens in between is pure: the same session, words, decision and answer give the same reply.
 */
@NullMarked
package io.parley.orderflow.turn;

import org.jspecify.annotations.NullMarked;
