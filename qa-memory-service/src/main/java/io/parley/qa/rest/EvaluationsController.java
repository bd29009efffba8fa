package io.parley.qa.rest;

import io.parley.campaign.Campaign;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.qa.campaigns.Campaigns;
import io.parley.qa.campaigns.DataFiles;
import io.parley.qa.evaluation.AnswerEvaluation;
import io.parley.qa.jobs.AnswerData;
import io.parley.qa.jobs.AnswerFiles;
import io.parley.qa.recall.LabelledText;
import io.parley.qa.serving.ModelsInUse;
import io.parley.qa.serving.ServedModel;
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

/** Scores a version on texts it never saw: the campaign's {@code held-out.csv}, or a file. */
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
        return of(
                campaign,
                AnswerFiles.read(read, String.valueOf(file.getFileName()), Files.readAllBytes(file)),
                order.version());
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
        return of(campaign, AnswerFiles.read(read, Uploads.name(file), file.getBytes()), version);
    }

    private EvaluationView ofHeldOut(String campaign, @Nullable String version) {
        var heldOut = campaigns.reading(campaign).heldOut();
        if (heldOut.isEmpty()) {
            throw new FaultException(
                    Fault.REQUEST_INVALID,
                    "campaign " + campaign + " has no held-out.csv; give it one, or send a file to evaluate on");
        }
        return of(campaign, AnswerData.asked(heldOut), version);
    }

    private EvaluationView of(String campaign, List<LabelledText> texts, @Nullable String version) {
        ServedModel served = Versions.chosen(models, campaign, version);
        return new EvaluationView(served.version().version(), AnswerEvaluation.of(served.model(), texts));
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
