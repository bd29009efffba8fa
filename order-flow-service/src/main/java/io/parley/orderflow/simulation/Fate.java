package io.parley.orderflow.simulation;

import io.parley.contracts.simulation.SimulatedRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one simulated conversation.
 *
 * @param number its place among the conversations, from 1
 * @param outcome {@code sale}, {@code lost} or {@code ended}; null if it did not end
 * @param trouble what went wrong; empty for a conversation as it should be
 * @param rows what was said as rows {@code session,text,label,state}, where they were wanted
 */
record Fate(
        int number,
        String conversation,
        Persona persona,
        @Nullable String outcome,
        Counts counts,
        List<String> trouble,
        List<String> transcript,
        List<SimulatedRow> rows) {

    Fate {
        trouble = List.copyOf(trouble);
        transcript = List.copyOf(transcript);
        rows = List.copyOf(rows);
    }

    boolean isSale() {
        return "sale".equals(outcome);
    }

    /** How often what happened. */
    static final class Counts {
        int turns;
        int digressions;
        int ladders;
        int corrections;
        int wrongSlots;
        int refused;
        int stalled;
        int traps;
        int errors;
        int lostOrders;
        int unconfirmedSlots;
        int personAsked;
        int personReached;

        void add(Counts other) {
            turns += other.turns;
            digressions += other.digressions;
            ladders += other.ladders;
            corrections += other.corrections;
            wrongSlots += other.wrongSlots;
            refused += other.refused;
            stalled += other.stalled;
            traps += other.traps;
            errors += other.errors;
            lostOrders += other.lostOrders;
            unconfirmedSlots += other.unconfirmedSlots;
            personAsked += other.personAsked;
            personReached += other.personReached;
        }
    }
}
