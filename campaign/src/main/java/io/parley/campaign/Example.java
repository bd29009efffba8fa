package io.parley.campaign;

import io.parley.contracts.privacy.MaskedText;
import java.util.Optional;

/**
 * One customer utterance with its correct next state.
 *
 * @param row the line it stands on, for messages
 * @param session the conversation it comes from; rows of one session are in order
 * @param state the state it was said in
 * @param text what was said, masked as the models see it
 * @param label the label as it is written
 * @param next what the network learns: a direct successor of {@code state}, {@code state} itself or a reserved label
 * @param fact the fact that answers it, where it is a question or hesitation
 */
public record Example(
        int row, String session, String state, MaskedText text, String label, String next, Optional<String> fact) {}
