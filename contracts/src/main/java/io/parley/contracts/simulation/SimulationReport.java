package io.parley.contracts.simulation;

import java.util.List;
import java.util.Map;

/**
 * How simulated customers fared. Shares are fractions of 1.
 *
 * @param conversations played to their end
 * @param today the day on which they were played, ISO
 * @param completionRate by persona, the share that ended in a sale
 * @param traps conversations that neither ended nor could be left: no person was to be had, or giving up did not end it
 * @param errors exceptions, refusals that were not due, a repeated turn with another reply, a reply with an unfilled variable
 * @param lostOrders sales without their order, or with another total than was read back
 * @param doubleOrders conversations with more than one order
 * @param unconfirmedSlots values in orders that the customer never said
 * @param personAsked how often a person was asked for
 * @param personReached how often one was offered within two turns
 * @param personas by persona, what happened on the way
 * @param troubles the first conversations that went wrong, and after them the first without a sale, word for word
 */
public record SimulationReport(
        int conversations,
        long seed,
        double typos,
        double noise,
        String today,
        double seconds,
        double turnsPerSecond,
        Map<String, Double> completionRate,
        int traps,
        int errors,
        int lostOrders,
        int doubleOrders,
        int unconfirmedSlots,
        int personAsked,
        int personReached,
        Map<String, PersonaFigures> personas,
        List<Trouble> troubles) {

    public SimulationReport {
        troubles = List.copyOf(troubles);
    }

    /**
     * What happened to one persona.
     *
     * @param completed ended in a sale
     * @param lost ended without one
     * @param stalled not over after so many turns that an escape was tried
     * @param turns of all conversations
     * @param digressions facts told
     * @param ladders turns after which the customer was asked once more
     * @param corrections changes of mind, and corrections of what had been misheard
     * @param wrongSlots values that were wrong when the order was read back
     * @param refused utterances that were rightly refused, such as ones too long
     */
    public record PersonaFigures(
            int conversations,
            int completed,
            int lost,
            int stalled,
            int turns,
            int digressions,
            int ladders,
            int corrections,
            int wrongSlots,
            int refused) {}

    /**
     * A conversation that went wrong.
     *
     * @param number its place among the conversations, from 1; with the seed it can be played again
     * @param conversation its id, for replay
     * @param what went wrong
     * @param transcript what was said by turns, {@code state: customer > reply}
     */
    public record Trouble(int number, String conversation, String persona, String what, List<String> transcript) {

        public Trouble {
            transcript = List.copyOf(transcript);
        }
    }
}
