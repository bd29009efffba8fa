package io.parley.contracts.simulation;

import org.jspecify.annotations.Nullable;

/**
 * A simulation as it stands.
 *
 * @param id names it in addresses
 * @param status {@code running}, {@code completed}, {@code cancelled} or {@code failed}
 * @param played conversations played to their end
 * @param conversations how many there will be
 * @param secondsLeft at the pace so far; 0 while nothing is known and when it is over
 * @param report how they fared so far; complete when {@code completed}
 * @param failure what went wrong, if it failed
 */
public record SimulationView(
        String id,
        String campaign,
        String status,
        int played,
        int conversations,
        double secondsLeft,
        SimulationReport report,
        @Nullable String failure) {

    public boolean isOver() {
        return !status.equals("running");
    }
}
