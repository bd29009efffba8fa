package io.parley.modelservice.rest;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.modelservice.comparison.Comparison;
import io.parley.modelservice.family.ModelFamily;
import io.parley.modelservice.serving.ModelsInUse;
import io.parley.modelservice.serving.ServedModel;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Two versions on the same rows: the campaign's {@code held-out.csv}, or a file. */
@RestController
@RequestMapping("/models/{campaign}/comparisons")
class ComparisonsController<M, R> {

    private final ScoringRows<R> rows;
    private final ModelFamily<M, R> family;
    private final ModelsInUse<M> models;

    ComparisonsController(ScoringRows<R> rows, ModelFamily<M, R> family, ModelsInUse<M> models) {
        this.rows = rows;
        this.family = family;
        this.models = models;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Comparison compare(@PathVariable String campaign, @RequestBody ComparisonOrder order) {
        Pair<M> pair = pair(campaign, order.first(), order.second());
        return of(rows.at(campaign, order.path()), pair);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Comparison compare(
            @PathVariable String campaign,
            @RequestPart("file") MultipartFile file,
            @RequestParam(required = false) @Nullable String first,
            @RequestParam(required = false) @Nullable String second)
            throws IOException {
        Pair<M> pair = pair(campaign, first, second);
        return of(rows.in(campaign, file), pair);
    }

    private Pair<M> pair(String campaign, @Nullable String first, @Nullable String second) {
        if (second == null) {
            throw new FaultException(
                    Fault.REQUEST_INVALID, "name the version to compare with the champion: {\"second\": \"v2\"}");
        }
        ServedModel<M> one = models.chosen(campaign, first);
        if (one.version().version().equals(second)) {
            throw new FaultException(
                    Fault.REQUEST_INVALID,
                    "both versions are " + second + (first == null ? ", the champion" : "") + "; name two");
        }
        return new Pair<>(one, models.version(campaign, second));
    }

    private Comparison of(ScoringRows.Of<R> scored, Pair<M> pair) {
        if (scored.rows().isEmpty()) {
            throw new FaultException(
                    Fault.REQUEST_INVALID,
                    "none of the rows is one that the " + family.names().model() + " is asked; send others");
        }
        return Comparison.of(
                pair.first().version().version(),
                pair.second().version().version(),
                family.verdicts(pair.first().model(), scored.campaign(), scored.rows()),
                family.verdicts(pair.second().model(), scored.campaign(), scored.rows()));
    }

    private record Pair<M>(ServedModel<M> first, ServedModel<M> second) {}

    /**
     * What to compare; the JSON body of the request.
     *
     * @param first null for the champion
     * @param second to be named
     * @param path a file below the campaigns or the data folder; null for the campaign's held-out rows
     */
    record ComparisonOrder(
            @Nullable String first,
            @Nullable String second,
            @Nullable String path) {}
}
