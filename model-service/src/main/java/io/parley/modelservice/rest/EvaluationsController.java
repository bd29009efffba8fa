package io.parley.modelservice.rest;

import io.parley.campaign.Campaign;
import io.parley.campaign.Reading;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.modelservice.campaigns.Campaigns;
import io.parley.modelservice.campaigns.DataFiles;
import io.parley.modelservice.family.ModelFamily;
import io.parley.modelservice.serving.ModelsInUse;
import io.parley.modelservice.serving.ServedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private final Campaigns campaigns;
    private final DataFiles files;
    private final ModelFamily<M, R> family;
    private final ModelsInUse<M> models;

    EvaluationsController(Campaigns campaigns, DataFiles files, ModelFamily<M, R> family, ModelsInUse<M> models) {
        this.campaigns = campaigns;
        this.files = files;
        this.family = family;
        this.models = models;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    EvaluationView evaluate(@PathVariable String campaign, @RequestBody Optional<EvaluationOrder> body)
            throws IOException {
        EvaluationOrder order = body.orElse(EvaluationOrder.PLAIN);
        String path = order.path();
        if (path == null) {
            return ofHeldOut(campaign, order.version());
        }
        Campaign read = campaigns.campaign(campaign);
        Path file = files.resolve(path);
        return of(read, family.rows(read, file.getFileName().toString(), Files.readAllBytes(file)), order.version());
    }

    @PostMapping
    EvaluationView evaluate(@PathVariable String campaign) {
        return ofHeldOut(campaign, null);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    EvaluationView upload(
            @PathVariable String campaign,
            @RequestPart("file") MultipartFile file,
            @RequestParam(required = false) @Nullable String version)
            throws IOException {
        Campaign read = campaigns.campaign(campaign);
        return of(read, family.rows(read, Uploads.name(file), file.getBytes()), version);
    }

    private EvaluationView ofHeldOut(String campaign, @Nullable String version) {
        Reading reading = campaigns.reading(campaign);
        if (reading.heldOut().isEmpty()) {
            throw new FaultException(
                    Fault.REQUEST_INVALID,
                    "campaign " + campaign + " has no held-out.csv; give it one, or send a file to evaluate on");
        }
        return of(reading.campaign().orElseThrow(), family.rows(reading.heldOut()), version);
    }

    private EvaluationView of(Campaign campaign, List<R> rows, @Nullable String version) {
        ServedModel<M> served = models.chosen(campaign.id(), version);
        return new EvaluationView(served.version().version(), family.evaluate(served.model(), campaign, rows));
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
