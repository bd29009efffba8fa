package io.parley.contracts.candidate;

import java.util.List;

/**
 * Whether a candidate may be put to use.
 *
 * @param refusals why not; none if it may
 */
public record CandidateVerdict(List<String> refusals) {

    public CandidateVerdict {
        refusals = List.copyOf(refusals);
    }

    public boolean isAdmitted() {
        return refusals.isEmpty();
    }
}
