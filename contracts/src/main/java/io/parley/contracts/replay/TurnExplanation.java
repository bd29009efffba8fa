package io.parley.contracts.replay;

import io.parley.contracts.model.Contribution;
import io.parley.contracts.model.ModelProvenance;
import io.parley.contracts.model.PastTurn;
import io.parley.contracts.model.RecalledFact;
import io.parley.contracts.model.ScoredState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a reply was given.
 *
 * @param turn its number, from 1
 * @param rehearsal whether a conversation test said it
 * @param said what the customer said, masked
 * @param slotsBefore canonical values by slot; of one that is never kept at most the last digits
 * @param nextState what the network said; null where it was not asked
 * @param answer what the memory said; null where it was not asked
 * @param replies what was said, one after the other
 * @param fact the fact that was told, or null
 * @param pitch the id of the pitch that was said with it, or null
 * @param payment {@code approved}, {@code declined} or {@code timed-out}; null where nobody paid
 * @param order the id of the order it placed, or null
 * @param micros how long its steps took, microseconds
 * @param desk what the desk looked like; null where it was not looked at
 */
public record TurnExplanation(
        String conversation,
        int turn,
        String campaign,
        Instant at,
        boolean rehearsal,
        String said,
        String reply,
        String stateBefore,
        String stateAfter,
        Decision decision,
        Map<String, List<String>> slotsBefore,
        Map<String, List<String>> slotsAfter,
        @Nullable NextState nextState,
        @Nullable Answer answer,
        List<Said> replies,
        @Nullable String fact,
        @Nullable String pitch,
        @Nullable String payment,
        @Nullable String order,
        Versions versions,
        Map<String, Long> micros,
        @Nullable Desk desk) {

    public TurnExplanation {
        replies = List.copyOf(replies);
    }

    /** The same with what each word was worth to the network. */
    public TurnExplanation withWords(List<Contribution> words) {
        return new TurnExplanation(
                conversation,
                turn,
                campaign,
                at,
                rehearsal,
                said,
                reply,
                stateBefore,
                stateAfter,
                decision,
                slotsBefore,
                slotsAfter,
                nextState == null ? null : nextState.withWords(words),
                answer,
                replies,
                fact,
                pitch,
                payment,
                order,
                versions,
                micros,
                desk);
    }

    /**
     * What the turn came to.
     *
     * @param name {@code advance}, {@code ask}, {@code not-understood}, …
     * @param confidence the network's, in [0, 1]
     * @param ground why, as one word: {@code network}
     * @param because why, as a clause
     */
    public record Decision(String name, double confidence, String ground, String because) {}

    /**
     * What the network was asked and said.
     *
     * @param allowed the states that were possible
     * @param history the earlier turns that it was told
     * @param answered whether it answered in time
     * @param ranking the possible states, most probable first
     * @param acceptAt its threshold: at or above it the first is acted on
     * @param outOfScope how far the words lie from all training examples
     * @param outOfScopeAt its threshold: above it the words count as not understood
     * @param because what moved it, strongest first, in logits
     * @param words what each word was worth: how many logits the first loses against the second without it; null where the
     *     version that answered is gone
     */
    public record NextState(
            List<String> allowed,
            List<PastTurn> history,
            boolean answered,
            List<ScoredState> ranking,
            double acceptAt,
            double outOfScope,
            double outOfScopeAt,
            List<Contribution> because,
            @Nullable List<Contribution> words) {

        public NextState {
            allowed = List.copyOf(allowed);
            history = List.copyOf(history);
            ranking = List.copyOf(ranking);
            because = List.copyOf(because);
            words = words == null ? null : List.copyOf(words);
        }

        NextState withWords(List<Contribution> worth) {
            return new NextState(
                    allowed, history, answered, ranking, acceptAt, outOfScope, outOfScopeAt, because, worth);
        }
    }

    /**
     * What the memory was asked and said.
     *
     * @param kind {@code question} or {@code hesitation}, as it was asked
     * @param answered whether it answered in time
     * @param facts the likeliest facts, best first, each with the attention it got on each hop
     * @param noFact how probable it is that no fact fits
     * @param noFactAt its threshold: above it no fact is told
     */
    public record Answer(String kind, boolean answered, List<RecalledFact> facts, double noFact, double noFactAt) {

        public Answer {
            facts = List.copyOf(facts);
        }
    }

    /**
     * What the desk looked like to a customer who wants a person.
     *
     * @param onDuty who was there, by name
     * @param place the customer's in the queue, from 1
     * @param usualWaitSeconds the median of the latest waits; null where none was measured
     */
    public record Desk(
            List<String> onDuty, int place, @Nullable Long usualWaitSeconds) {

        public Desk {
            onDuty = List.copyOf(onDuty);
        }
    }

    /**
     * A part of the reply.
     *
     * @param variant which one of the bucket's, from 0
     */
    public record Said(String bucket, int variant, String text) {}

    /**
     * What it was said by.
     *
     * @param campaign the campaign's version
     * @param facts names what the facts said; null where the memory was not asked
     * @param nextState the network's version; null where it was not heard
     * @param answers the memory's version; null where it was not heard
     * @param seed the conversation's, by which variants and pitches are chosen
     */
    public record Versions(
            String campaign,
            @Nullable String facts,
            @Nullable ModelProvenance nextState,
            @Nullable ModelProvenance answers,
            long seed) {}
}
