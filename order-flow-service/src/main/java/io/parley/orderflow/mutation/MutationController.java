package io.parley.orderflow.mutation;

import io.parley.contracts.mutation.MutationView;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Mutation runs over HTTP, for operators. */
@RestController
@RequestMapping("/campaigns/{campaign}/mutations")
final class MutationController {

    private final MutationRuns runs;

    MutationController(MutationRuns runs) {
        this.runs = runs;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    MutationView begin(@PathVariable String campaign) {
        return runs.begin(campaign).view();
    }

    @GetMapping("/{id}")
    MutationView view(@PathVariable String campaign, @PathVariable String id) {
        return runs.get(campaign, id).view();
    }

    @DeleteMapping("/{id}")
    MutationView cancel(@PathVariable String campaign, @PathVariable String id) {
        MutationRun run = runs.get(campaign, id);
        run.cancel();
        return run.view();
    }
}
