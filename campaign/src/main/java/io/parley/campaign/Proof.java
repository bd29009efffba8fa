package io.parley.campaign;

import io.parley.contracts.chat.ProofView;
import java.util.List;
import java.util.Locale;

/**
 * Something that must hold for every conversation there can be, and whether it does.
 *
 * @param name in short: {@code finishes}
 * @param claim what it says
 * @param basis what it rests on
 * @param counterexamples what refutes it, or kept it from being made
 */
public record Proof(String name, Verdict verdict, String claim, String basis, List<Counterexample> counterexamples) {

    /** How it came out. */
    public enum Verdict {
        PROVED,
        REFUTED,
        /** The work it would take is more than is allowed, or the search is too coarse to decide. */
        NOT_PROVED;

        /** As people and programs read it: {@code not-proved}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Proof {
        counterexamples = List.copyOf(counterexamples);
    }

    public boolean holds() {
        return verdict == Verdict.PROVED;
    }

    /** As programs are told. */
    public ProofView view() {
        return new ProofView(
                name,
                verdict.label(),
                claim,
                basis,
                counterexamples.stream().map(Counterexample::view).toList());
    }

    /**
     * Where it does not hold, or could not be proved.
     *
     * @param state the state it is about; empty where it is about the whole flow
     * @param problem as it stands among the campaign's problems
     * @param conversation the shortest that shows it; empty where none can
     */
    public record Counterexample(String state, CampaignProblem problem, List<ConversationStep> conversation) {

        public Counterexample {
            conversation = List.copyOf(conversation);
        }

        private ProofView.Counterexample view() {
            return new ProofView.Counterexample(
                    state,
                    problem.toString(),
                    conversation.stream().map(ConversationStep::toString).toList());
        }
    }
}
