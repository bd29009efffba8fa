package io.parley.standalone.campaign;

import io.parley.campaign.CampaignProblem;
import io.parley.campaign.ConversationStep;
import io.parley.campaign.Proof;
import io.parley.campaign.Proof.Counterexample;
import io.parley.contracts.chat.Coverage;
import io.parley.contracts.chat.Coverage.Part;
import io.parley.contracts.chat.Coverage.Touched;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** How proofs and coverage are told on a terminal. */
final class Findings {

    private static final String INDENT = "    ";

    private final PrintWriter out;

    Findings(PrintWriter out) {
        this.out = out;
    }

    /** The conversation that shows a problem, if it comes from a proof. */
    void printConversation(CampaignProblem problem, List<Proof> proofs) {
        proofs.stream()
                .flatMap(proof -> proof.counterexamples().stream())
                .filter(example -> example.problem().equals(problem))
                .map(Counterexample::conversation)
                .findFirst()
                .ifPresent(conversation -> {
                    for (ConversationStep step : conversation) {
                        out.println(INDENT + step);
                    }
                });
    }

    /**
     * One line for all that holds, and one for each proof that does not.
     *
     * @param states how many there are; 0 where the campaign cannot be used
     */
    void printProofs(int states, List<Proof> proofs) {
        String proved = proofs.stream().filter(Proof::holds).map(Proof::name).collect(Collectors.joining(", "));
        if (!proved.isEmpty()) {
            out.println("proved" + (states > 0 ? " for " + states + " states: " : ": ") + proved);
        }
        proofs.stream()
                .filter(proof -> !proof.holds())
                .forEach(proof -> out.println(
                        proof.verdict().label().replace('-', ' ') + ": " + proof.name() + ", " + proof.claim()));
    }

    void printCoverage(Coverage coverage) {
        print("conversation tests", coverage.tests());
        print("training data", coverage.training());
    }

    private void print(String what, Part part) {
        out.println(what + " touch, by " + part.basis() + ":");
        print("states", part.states());
        print("transitions", part.transitions());
        print("ladders", part.ladders());
        print("replies", part.replies());
        print("facts", part.facts());
    }

    private void print(String kind, Touched touched) {
        if (touched.all() == 0) {
            return;
        }
        out.println("  " + kind + ": " + touched.touched() + " of " + touched.all()
                + (touched.untouched().isEmpty() ? "" : "; never"));
        touched.untouched().forEach(one -> out.println(INDENT + one));
    }
}
