package io.parley.intent.training;

import io.parley.intent.features.Situation;

/**
 * A situation and where the conversation went.
 *
 * @param session the conversation it comes from
 * @param label the right next state
 */
public record LabelledSituation(String session, Situation situation, String label) {}
