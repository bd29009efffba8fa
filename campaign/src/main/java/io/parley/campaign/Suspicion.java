package io.parley.campaign;

import java.util.List;

/**
 * Something that refutes a proof if there is a conversation that shows it.
 *
 * @param line of {@code flow.yaml}
 * @param what is wrong if so
 * @param goal what would show it
 * @param about the situations that are suspected
 */
record Suspicion(int line, String what, String remedy, Goal goal, List<Region> about) {

    Suspicion {
        about = List.copyOf(about);
    }

    String state() {
        return goal.state();
    }
}
