package io.parley.orderflow.facts;

import io.parley.contracts.fact.FactView;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Facts, for operators; the gateway lets nobody else through, and says here which version they have seen. */
@RestController
@RequestMapping("/campaigns/{campaign}/facts")
final class FactsController {

    private final FactCatalogue catalogue;
    private final FactEditing editing;

    FactsController(FactCatalogue catalogue, FactEditing editing) {
        this.catalogue = catalogue;
        this.editing = editing;
    }

    @GetMapping
    List<FactView> all(@PathVariable String campaign) {
        return catalogue.all(campaign);
    }

    @GetMapping("/{fact}")
    FactView one(@PathVariable String campaign, @PathVariable String fact) {
        return catalogue.one(campaign, fact);
    }

    @PutMapping("/{fact}")
    FactView put(
            @PathVariable String campaign,
            @PathVariable String fact,
            @RequestBody JsonNode body,
            @RequestParam(required = false) @Nullable Integer expected) {
        editing.put(campaign, fact, body, version(expected));
        return catalogue.one(campaign, fact);
    }

    @DeleteMapping("/{fact}")
    FactView delete(
            @PathVariable String campaign,
            @PathVariable String fact,
            @RequestParam(required = false) @Nullable Integer expected) {
        editing.delete(campaign, fact, version(expected));
        return catalogue.one(campaign, fact);
    }

    @PostMapping("/{fact}/rollback")
    FactView rollBack(
            @PathVariable String campaign,
            @PathVariable String fact,
            @RequestParam int to,
            @RequestParam(required = false) @Nullable Integer expected) {
        editing.rollBack(campaign, fact, to, version(expected));
        return catalogue.one(campaign, fact);
    }

    private static OptionalInt version(@Nullable Integer expected) {
        return expected == null ? OptionalInt.empty() : OptionalInt.of(expected);
    }
}
