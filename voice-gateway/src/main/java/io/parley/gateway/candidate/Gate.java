package io.parley.gateway.candidate;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.candidate.CandidateVerdict;
import io.parley.gateway.upstream.Candidates;
import org.springframework.stereotype.Component;

/** Keeps out model versions whose trial ended badly. */
@Component
public final class Gate {

    private final Candidates candidates;

    Gate(Candidates candidates) {
        this.candidates = candidates;
    }

    /**
     * Lets a version of a model pass.
     *
     * @param kind {@code next-state} or {@code answers}
     * @throws FaultException {@link Fault#CANDIDATE_REFUSED}
     */
    public void requireAdmitted(String campaign, String kind, String version) {
        CandidateVerdict verdict = candidates.verdict(campaign, kind, version);
        if (!verdict.isAdmitted()) {
            throw new FaultException(
                    Fault.CANDIDATE_REFUSED,
                    "Version " + version + " is not put to use: " + String.join("; ", verdict.refusals())
                            + ". Insist on it if that is meant.",
                    verdict.refusals());
        }
    }
}
