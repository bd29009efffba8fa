package io.parley.campaign;

/**
 * A legal move.
 *
 * @param to the id of the state it leads to
 * @param when it is open only while this holds
 * @param about for people: what the customer says to take it
 */
public record Edge(String to, Condition when, String about) {}
