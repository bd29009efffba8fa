package io.parley.intent.rest;

import io.parley.campaign.Campaign;
import io.parley.campaign.Example;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.intent.campaigns.Campaigns;
import io.parley.intent.campaigns.DataFiles;
import io.parley.intent.evaluation.Evaluation;
import io.parley.intent.evaluation.NextStateEvaluation;
import io.parley.intent.jobs.ExampleFiles;
import io.parley.intent.serving.ModelsInUse;
import io.parley.intent.serving.ServedModel;
import io.parley.intent.training.CampaignTrainingSet;
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
class EvaluationsController {

    private final Campaigns campaigns;
    private final DataFiles files;
    private final ModelsInUse models;

    EvaluationsController(Campaigns campaigns, DataFiles files, ModelsInUse models) {
        this.campaigns = campaigns;
        this.files = files;
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
        List<Example> examples = ExampleFiles.read(read, file.getFileName().toString(), Files.readAllBytes(file));
        return of(read, examples, order.version());
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
        return of(read, ExampleFiles.read(read, Uploads.name(file), file.getBytes()), version);
    }

    private EvaluationView ofHeldOut(String campaign, @Nullable String version) {
        var reading = campaigns.reading(campaign);
        if (reading.heldOut().isEmpty()) {
            throw new FaultException(
                    Fault.REQUEST_INVALID,
                    "campaign " + campaign + " has no held-out.csv; give it one, or send a file to evaluate on");
        }
        return of(reading.campaign().orElseThrow(), reading.heldOut(), version);
    }

    private EvaluationView of(Campaign campaign, List<Example> examples, @Nullable String version) {
        ServedModel served = Versions.chosen(models, campaign.id(), version);
        Evaluation evaluation =
                NextStateEvaluation.of(served.model(), CampaignTrainingSet.labelled(campaign, examples));
        return new EvaluationView(served.version().version(), evaluation);
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
