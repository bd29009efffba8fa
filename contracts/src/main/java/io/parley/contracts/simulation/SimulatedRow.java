package io.parley.contracts.simulation;

/**
 * What a simulated customer said, as a row of {@code utterances.csv}.
 *
 * @param session the conversation's id
 * @param text masked
 * @param label the correct next state
 * @param state the state it was said in
 */
public record SimulatedRow(String session, String text, String label, String state) {}
