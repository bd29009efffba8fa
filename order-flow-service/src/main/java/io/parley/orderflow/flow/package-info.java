/**
 * The law of a conversation: which moves are legal. The only package that knows spring-statemachine, which is at its
 * end of life and is used through {@code FlowMachine} alone.
 */
@NullMarked
package io.parley.orderflow.flow;

import org.jspecify.annotations.NullMarked;
