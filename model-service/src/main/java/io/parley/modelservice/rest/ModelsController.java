package io.parley.modelservice.rest;

import io.parley.modelservice.campaigns.Campaigns;
import io.parley.modelservice.serving.ModelsInUse;
import io.parley.modelservice.serving.ServedModel;
import io.parley.neural.jobs.TrainingJob;
import io.parley.neural.jobs.TrainingJobs;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which campaigns can be answered for. */
@RestController
@RequestMapping("/models")
class ModelsController {

    private final Campaigns campaigns;
    private final ModelsInUse<?> models;
    private final TrainingJobs jobs;

    ModelsController(Campaigns campaigns, ModelsInUse<?> models, TrainingJobs jobs) {
        this.campaigns = campaigns;
        this.models = models;
        this.jobs = jobs;
    }

    @GetMapping
    List<ModelView> list() {
        return campaigns.ids().stream().map(this::view).toList();
    }

    private ModelView view(String campaign) {
        String champion = models.champion(campaign)
                .map(ServedModel::version)
                .map(version -> version.version())
                .orElse(null);
        TrainingJob open = jobs.of(campaign).stream()
                .filter(job -> !job.state().isFinal())
                .findFirst()
                .orElse(null);
        return new ModelView(campaign, champion != null, champion, open);
    }

    /**
     * A campaign's model.
     *
     * @param ready whether requests are answered
     * @param champion the version that answers; null if none does yet
     * @param training the job that trains it now or soon; null if there is none
     */
    record ModelView(
            String campaign,
            boolean ready,
            @Nullable String champion,
            @Nullable TrainingJob training) {}
}
