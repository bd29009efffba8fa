package io.parley.contracts.event;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.parley.contracts.model.ModelProvenance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened in a conversation. Carries no customer's words: of an utterance only its length travels, of a
 * personal slot only its name.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface DialogueEvent {

    /** Unique; a consumer that sees it twice drops the second. */
    String eventId();

    String conversationId();

    Instant at();

    /** A customer arrived. */
    record ConversationStarted(
            String eventId, String conversationId, Instant at, String campaign, String campaignVersion, String channel)
            implements DialogueEvent {}

    /**
     * A customer said something and got a reply.
     *
     * @param turn the number of the turn, from 1
     * @param characters length of the utterance
     * @param fromState the state it was said in
     * @param toState the state the conversation is in after it
     * @param decision the decision's name: advance, stay, digress, …
     * @param confidence of the next-state policy, in [0, 1]; 0 where it was not heard
     * @param fact the fact that was told, or null
     * @param pitch the pitch that was said with it, by its id; null where none was
     * @param template which variant of which bucket was said, as {@code bucket#index}, in order
     * @param model the next-state version that decided; null where none answered
     */
    record TurnTaken(
            String eventId,
            String conversationId,
            Instant at,
            int turn,
            int characters,
            String fromState,
            String toState,
            String decision,
            double confidence,
            @Nullable String fact,
            @Nullable String pitch,
            List<String> template,
            @Nullable ModelProvenance model)
            implements DialogueEvent {}

    /** A slot got a value. The value itself is only there where the slot is not personal. */
    record SlotFilled(
            String eventId,
            String conversationId,
            Instant at,
            int turn,
            String slot,
            @Nullable List<String> value) implements DialogueEvent {}

    /**
     * A customer spoke while we did, and did not hear the end of our reply.
     *
     * @param turn the number of the turn that they took by it
     * @param heardCharacters how much of the reply they heard; 0 where it was nothing
     */
    record ReplyCutShort(String eventId, String conversationId, Instant at, int turn, int heardCharacters)
            implements DialogueEvent {}

    /** A question had no fitting fact, or a customer wanted a person. */
    record PersonWanted(String eventId, String conversationId, Instant at, int turn, String reason)
            implements DialogueEvent {}

    /** The conversation is over: {@code sale}, {@code lost} or {@code ended}. */
    record ConversationEnded(
            String eventId,
            String conversationId,
            Instant at,
            String outcome,
            @Nullable String orderId) implements DialogueEvent {}
}
