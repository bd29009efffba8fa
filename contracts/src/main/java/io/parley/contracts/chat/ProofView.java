package io.parley.contracts.chat;

import java.util.List;

/**
 * Something that must hold for every conversation of a campaign, and whether it does.
 *
 * @param name in short: {@code finishes}
 * @param verdict {@code proved}, {@code refuted} or {@code not-proved}
 * @param claim what it says
 * @param basis what it rests on
 * @param counterexamples what refutes it, or kept it from being made
 */
public record ProofView(String name, String verdict, String claim, String basis, List<Counterexample> counterexamples) {

    public ProofView {
        counterexamples = List.copyOf(counterexamples);
    }

    /**
     * Where it does not hold, or could not be proved.
     *
     * @param state the state it is about; empty where it is about the whole flow
     * @param problem as it stands among the campaign's problems
     * @param conversation the shortest that shows it, step by step; empty where none can
     */
    public record Counterexample(String state, String problem, List<String> conversation) {

        public Counterexample {
            conversation = List.copyOf(conversation);
        }
    }
}
