package io.parley.modelservice.rest;

import io.parley.campaign.Campaign;
import io.parley.modelservice.campaigns.Campaigns;
import io.parley.modelservice.campaigns.DataFiles;
import io.parley.modelservice.family.TrainingPlan;
import io.parley.modelservice.jobs.ModelTraining;
import io.parley.neural.jobs.TrainingJob;
import io.parley.neural.jobs.TrainingJobs;
import io.parley.neural.jobs.TrainingOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Retrain, follow, cancel. */
@RestController
@RequestMapping("/models/{campaign}/training-jobs")
class TrainingJobsController {

    private final ModelTraining<?, ?> training;
    private final TrainingJobs jobs;
    private final Campaigns campaigns;
    private final DataFiles files;
    private final TrainingPlan plan;

    TrainingJobsController(
            ModelTraining<?, ?> training, TrainingJobs jobs, Campaigns campaigns, DataFiles files, TrainingPlan plan) {
        this.training = training;
        this.jobs = jobs;
        this.campaigns = campaigns;
        this.files = files;
        this.plan = plan;
    }

    /** Trains on the campaign's own files, or on a file that lies below the campaigns or the data folder. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<TrainingJob> train(@PathVariable String campaign, @RequestBody Optional<TrainingOrder> body) {
        TrainingOrder order = body.orElse(TrainingOrder.PLAIN);
        String path = order.path();
        if (path == null) {
            Integer version = order.campaignVersion();
            return accepted(training.train(
                    campaign,
                    version == null ? OptionalInt.empty() : OptionalInt.of(version),
                    seed(order.seed()),
                    isTrue(order.activate())));
        }
        Campaign read = campaigns.campaign(campaign);
        Path file = files.resolve(path);
        return train(read, file.getFileName().toString(), files.content(file), order.seed(), order.activate());
    }

    /** Trains on the campaign's own files. */
    @PostMapping
    ResponseEntity<TrainingJob> train(@PathVariable String campaign) {
        return accepted(training.train(campaign, OptionalInt.empty(), plan.seed(), false));
    }

    /** Trains on an uploaded table. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<TrainingJob> upload(
            @PathVariable String campaign,
            @RequestPart("file") MultipartFile file,
            @RequestParam(required = false) @Nullable Boolean activate,
            @RequestParam(required = false) @Nullable Long seed)
            throws IOException {
        return train(campaigns.campaign(campaign), Uploads.name(file), file.getBytes(), seed, activate);
    }

    @GetMapping
    List<TrainingJob> list(@PathVariable String campaign) {
        campaigns.folder(campaign);
        return jobs.of(campaign);
    }

    @GetMapping("/{job}")
    TrainingJob get(@PathVariable String campaign, @PathVariable String job) {
        return jobs.get(campaign, job);
    }

    /** Every change of a job as a server-sent event {@code progress}; the stream ends with the job. */
    @GetMapping(path = "/{job}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable String campaign, @PathVariable String job) {
        return JobEvents.of(jobs, campaign, job);
    }

    @DeleteMapping("/{job}")
    TrainingJob cancel(@PathVariable String campaign, @PathVariable String job) {
        return jobs.cancel(campaign, job);
    }

    private ResponseEntity<TrainingJob> train(
            Campaign campaign, String name, byte[] content, @Nullable Long seed, @Nullable Boolean activate) {
        return accepted(training.train(campaign, name, content, seed(seed), isTrue(activate)));
    }

    private static ResponseEntity<TrainingJob> accepted(TrainingJob job) {
        return Accepted.of("training-jobs", job);
    }

    private long seed(@Nullable Long wanted) {
        return wanted == null ? plan.seed() : wanted;
    }

    private static boolean isTrue(@Nullable Boolean wanted) {
        return Boolean.TRUE.equals(wanted);
    }
}
