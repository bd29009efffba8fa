package io.parley.campaign;

import io.parley.contracts.chat.Coverage;
import java.util.List;
import java.util.Optional;

/**
 * What was found in a campaign's folder.
 *
 * @param campaign present only if the flow and the facts have no error
 * @param examples the good rows of {@code utterances.csv}
 * @param heldOut the good rows of {@code held-out.csv}: never trained on
 * @param tests the good files of {@code conversations/}
 * @param proofs what was proved of the flow; empty if it has errors that make proving senseless
 * @param coverage what examples and tests never touch; nothing where there is no campaign
 * @param problems all there are, file by file, in the order of their lines
 */
public record Reading(
        Optional<Campaign> campaign,
        List<Example> examples,
        List<Example> heldOut,
        List<ConversationTest> tests,
        List<Proof> proofs,
        Optional<Coverage> coverage,
        List<CampaignProblem> problems) {

    public Reading {
        examples = List.copyOf(examples);
        heldOut = List.copyOf(heldOut);
        tests = List.copyOf(tests);
        proofs = List.copyOf(proofs);
        problems = List.copyOf(problems);
    }

    /** Whether nothing worse than a warning was found. */
    public boolean isValid() {
        return errors().isEmpty();
    }

    /** The problems without which the campaign would be valid. */
    public List<CampaignProblem> errors() {
        return problems.stream().filter(CampaignProblem::isError).toList();
    }
}
