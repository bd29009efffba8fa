package io.parley.orderflow.turn;

/**
 * A decision with how sure the network was.
 *
 * @param confidence in [0, 1]; 0 where the network was not heard
 * @param ground why it is this one
 */
record Decided(Decision decision, double confidence, Ground ground) {}
