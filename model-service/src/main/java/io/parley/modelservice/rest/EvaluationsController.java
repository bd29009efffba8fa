package io.parley.modelservice.rest;

import io.parley.modelservice.family.ModelFamily;
import io.parley.modelservice.serving.ModelsInUse;
import io.parley.modelservice.serving.ServedModel;
import java.io.IOException;
import java.util.Optional;
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

/** Scores a version on rows it never saw: the campaign's {@code held-out.csv}, or a file. */
@RestController
@RequestMapping("/models/{campaign}/evaluations")
class EvaluationsController<M, R> {

    private final ScoringRows<R> rows;
    private final ModelFamily<M, R> family;
    private final ModelsInUse<M> models;

    EvaluationsController(ScoringRows<R> rows, ModelFamily<M, R> family, ModelsInUse<M> models) {
        this.rows = rows;
        this.family = family;
        this.models = models;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    EvaluationView evaluate(@PathVariable String campaign, @RequestBody Optional<EvaluationOrder> body) {
        EvaluationOrder order = body.orElse(EvaluationOrder.PLAIN);
        return of(rows.at(campaign, order.path()), order.version());
    }

    @PostMapping
    EvaluationView evaluate(@PathVariable String campaign) {
        return of(rows.at(campaign, null), null);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    EvaluationView upload(
            @PathVariable String campaign,
            @RequestPart("file") MultipartFile file,
            @RequestParam(required = false) @Nullable String version)
            throws IOException {
        return of(rows.in(campaign, file), version);
    }

    private EvaluationView of(ScoringRows.Of<R> scored, @Nullable String version) {
        ServedModel<M> served = models.chosen(scored.campaign().id(), version);
        return new EvaluationView(
                served.version().version(), family.evaluate(served.model(), scored.campaign(), scored.rows()));
    }

    /**
     * What to evaluate on; the JSON body of the request.
     *
     * @param path a file below the campaigns or the data folder; null for the campaign's held-out rows
     * @param version null for the champion
     */
    record EvaluationOrder(@Nullable String path, @Nullable String version) {

        static final EvaluationOrder PLAIN = new EvaluationOrder(null, null);
    }
}
