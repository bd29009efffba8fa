package io.parley.contracts.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look at a campaign's folder found: a {@link CampaignView} of what is there now, and more.
 *
 * @param problems why it cannot be sold, or warnings; each as {@code file:line: what. What to do.}
 * @param proofs what was proved of the flow; empty if it has errors that make proving senseless
 * @param coverage what tests and training data never touch; null if the campaign cannot be sold
 */
public record CampaignValidation(
        String campaign,
        String title,
        String locale,
        String version,
        boolean ready,
        int states,
        int facts,
        List<String> problems,
        List<ProofView> proofs,
        @Nullable Coverage coverage) {

    public CampaignValidation {
        problems = List.copyOf(problems);
        proofs = List.copyOf(proofs);
    }

    public static CampaignValidation of(CampaignView view, List<ProofView> proofs, @Nullable Coverage coverage) {
        return new CampaignValidation(
                view.campaign(),
                view.title(),
                view.locale(),
                view.version(),
                view.ready(),
                view.states(),
                view.facts(),
                view.problems(),
                proofs,
                coverage);
    }
}
