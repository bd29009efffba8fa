package io.parley.contracts.version;

import io.parley.contracts.chat.Coverage;
import io.parley.contracts.chat.ProofView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version with what was found in it.
 *
 * @param files the names of its files
 * @param problems warnings; each as {@code file:line: what. What to do.}
 * @param proofs what was proved of its flow
 * @param coverage what tests and training data never touch
 */
public record CampaignVersionDetail(
        CampaignVersionView version,
        List<String> files,
        List<String> problems,
        List<ProofView> proofs,
        @Nullable Coverage coverage) {

    public CampaignVersionDetail {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
        proofs = List.copyOf(proofs);
    }
}
