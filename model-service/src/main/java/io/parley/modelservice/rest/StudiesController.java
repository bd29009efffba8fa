package io.parley.modelservice.rest;

import io.parley.modelservice.campaigns.Campaigns;
import io.parley.modelservice.campaigns.DataFiles;
import io.parley.modelservice.family.StudyOrder;
import io.parley.modelservice.family.TrainingPlan;
import io.parley.modelservice.jobs.ModelStudies;
import io.parley.neural.jobs.StudyJob;
import io.parley.neural.jobs.StudyJobs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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

/** Long work that makes no version: ask for it, follow it, read what it found out. */
@RestController
@RequestMapping("/models/{campaign}/studies")
class StudiesController {

    private final ModelStudies studies;
    private final StudyJobs jobs;
    private final Campaigns campaigns;
    private final DataFiles files;
    private final TrainingPlan plan;

    StudiesController(ModelStudies studies, StudyJobs jobs, Campaigns campaigns, DataFiles files, TrainingPlan plan) {
        this.studies = studies;
        this.jobs = jobs;
        this.campaigns = campaigns;
        this.files = files;
        this.plan = plan;
    }

    /** Studies the campaign's own folder, or a file that lies below the campaigns or the data folder. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<StudyJob> study(@PathVariable String campaign, @RequestBody StudyRequest request) {
        StudyOrder order = order(request.folds(), request.fractions(), request.seed());
        String path = request.path();
        if (path == null) {
            return accepted(studies.study(campaign, request.kind(), order));
        }
        Path file = files.resolve(path);
        return accepted(
                studies.study(campaign, request.kind(), file.getFileName().toString(), files.content(file), order));
    }

    /** Studies an uploaded table. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<StudyJob> upload(
            @PathVariable String campaign,
            @RequestPart("file") MultipartFile file,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable Integer folds,
            @RequestParam(required = false) @Nullable List<Double> fractions,
            @RequestParam(required = false) @Nullable Long seed)
            throws IOException {
        return accepted(
                studies.study(campaign, kind, Uploads.name(file), file.getBytes(), order(folds, fractions, seed)));
    }

    /** The campaign's studies without what they found out. */
    @GetMapping
    List<StudyJob> list(@PathVariable String campaign) {
        campaigns.folder(campaign);
        return jobs.listed(campaign);
    }

    @GetMapping("/{study}")
    StudyJob get(@PathVariable String campaign, @PathVariable String study) {
        return jobs.get(campaign, study);
    }

    /** Every change of a study as a server-sent event {@code progress}; the stream ends with the study. */
    @GetMapping(path = "/{study}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable String campaign, @PathVariable String study) {
        return JobEvents.of(jobs, campaign, study);
    }

    @DeleteMapping("/{study}")
    StudyJob cancel(@PathVariable String campaign, @PathVariable String study) {
        return jobs.cancel(campaign, study);
    }

    private StudyOrder order(@Nullable Integer folds, @Nullable List<Double> fractions, @Nullable Long seed) {
        return new StudyOrder(folds, fractions, seed == null ? plan.seed() : seed);
    }

    private static ResponseEntity<StudyJob> accepted(StudyJob job) {
        return Accepted.of("studies", job);
    }

    /**
     * What to study; the JSON body of the request.
     *
     * @param kind {@code data-check}
     * @param path a file below the campaigns or the data folder; null for the campaign's own folder
     * @param folds in how many parts the rows are cut; null for the study's own choice
     * @param fractions shares of the rows to learn from; null for the study's own choice
     * @param seed null for the service's own
     */
    record StudyRequest(
            @Nullable String kind,
            @Nullable String path,
            @Nullable Integer folds,
            @Nullable List<Double> fractions,
            @Nullable Long seed) {}
}
