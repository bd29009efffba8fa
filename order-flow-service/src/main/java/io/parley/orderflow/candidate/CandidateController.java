package io.parley.orderflow.candidate;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.candidate.CandidateVerdict;
import io.parley.contracts.candidate.CandidateView;
import io.parley.contracts.candidate.CandidateWish;
import io.parley.orderflow.archive.ArchiveRelay;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Trials of candidates over HTTP, for operators, and the verdict on one, for the gateway. */
@RestController
@RequestMapping("/campaigns/{campaign}/candidates")
final class CandidateController {

    private final ArchiveRelay relay;
    private final Candidates candidates;

    CandidateController(ArchiveRelay relay, Candidates candidates) {
        this.relay = relay;
        this.candidates = candidates;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    CandidateView begin(@PathVariable String campaign, @RequestBody CandidateWish wish) {
        relay.keepWaiting();
        return candidates.begin(campaign, wish).view();
    }

    @GetMapping("/{id}")
    CandidateView view(@PathVariable String campaign, @PathVariable String id) {
        return candidates.get(campaign, id).view();
    }

    @DeleteMapping("/{id}")
    CandidateView cancel(@PathVariable String campaign, @PathVariable String id) {
        CandidateTrial trial = candidates.get(campaign, id);
        trial.cancel();
        return trial.view();
    }

    /** @param kind {@code next-state} or {@code answers} */
    @GetMapping("/verdict")
    CandidateVerdict verdict(@PathVariable String campaign, @RequestParam String kind, @RequestParam String version) {
        return switch (kind) {
            case "next-state" -> candidates.onNextState(campaign, version);
            case "answers" -> candidates.onAnswers(campaign, version);
            default ->
                throw new FaultException(
                        Fault.REQUEST_INVALID, "There is no model '" + kind + "'; there are next-state and answers.");
        };
    }
}
