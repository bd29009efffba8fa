package io.parley.gateway.candidate;

import io.parley.contracts.candidate.CandidateView;
import io.parley.contracts.candidate.CandidateWish;
import io.parley.gateway.upstream.Candidates;
import io.parley.gateway.upstream.ModelKind;
import io.parley.gateway.upstream.ModelServices;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/campaigns/{campaign}/candidates")
@Tag(
        name = "Candidates",
        description = "What a model version or an edited campaign would have changed in conversations that were had.")
final class CandidateController {

    private final Candidates candidates;
    private final ModelServices models;

    CandidateController(Candidates candidates, ModelServices models) {
        this.candidates = candidates;
        this.models = models;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Try a candidate on conversations that were had",
            description =
                    "Begins; follow it at its address. Nothing takes effect. A candidate that does badly is refused"
                            + " afterwards, unless it is insisted on. One trial at a time.")
    CandidateView begin(@PathVariable String campaign, @RequestBody CandidateWish wish) {
        // A model that is not there would stay silent in every turn, and the trial would blame it for each.
        if (wish.nextState() != null) {
            models.requireVersion(ModelKind.NEXT_STATE, campaign, wish.nextState());
        }
        if (wish.answers() != null) {
            models.requireVersion(ModelKind.ANSWERS, campaign, wish.answers());
        }
        return candidates.begin(campaign, wish);
    }

    @GetMapping("/{trial}")
    @Operation(summary = "A trial as it stands", description = "The report is complete when it is completed.")
    CandidateView view(@PathVariable String campaign, @PathVariable String trial) {
        return candidates.view(campaign, trial);
    }

    @DeleteMapping("/{trial}")
    @Operation(summary = "Cancel a trial", description = "What was found stays; it decides nothing.")
    CandidateView cancel(@PathVariable String campaign, @PathVariable String trial) {
        return candidates.cancel(campaign, trial);
    }
}
