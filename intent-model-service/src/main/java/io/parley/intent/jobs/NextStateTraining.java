package io.parley.intent.jobs;

import io.parley.campaign.Campaign;
import io.parley.campaign.Example;
import io.parley.campaign.Reading;
import io.parley.contracts.FaultException;
import io.parley.intent.campaigns.Campaigns;
import io.parley.intent.evaluation.Evaluation;
import io.parley.intent.evaluation.NextStateEvaluation;
import io.parley.intent.network.ModelFiles;
import io.parley.intent.serving.ModelsInUse;
import io.parley.intent.training.CampaignTrainingSet;
import io.parley.intent.training.LabelledSituation;
import io.parley.intent.training.NextStateTrainer;
import io.parley.intent.training.TrainedModel;
import io.parley.intent.training.TrainingProperties;
import io.parley.intent.training.TrainingSet;
import io.parley.intent.training.TrainingSettings;
import io.parley.neural.jobs.ProgressListener;
import io.parley.neural.jobs.TrainingJob;
import io.parley.neural.jobs.TrainingJobs;
import io.parley.neural.registry.DataSource;
import io.parley.neural.registry.ModelRegistry;
import io.parley.neural.registry.ModelVersion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Queues trainings and puts their versions to use. */
@Component
public class NextStateTraining {

    private static final Logger log = LoggerFactory.getLogger(NextStateTraining.class);

    private final Campaigns campaigns;
    private final ModelRegistry registry;
    private final ModelsInUse models;
    private final TrainingJobs jobs;
    private final TrainingProperties properties;
    private final Clock clock;

    NextStateTraining(
            Campaigns campaigns,
            ModelRegistry registry,
            ModelsInUse models,
            TrainingJobs jobs,
            TrainingProperties properties,
            Clock clock) {
        this.campaigns = campaigns;
        this.registry = registry;
        this.models = models;
        this.jobs = jobs;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Loads a campaign's models and trains it if it has none of its present data. What goes wrong is logged; the other
     * campaigns are none the worse for it.
     *
     * @param priority of the training
     */
    void bringUpToDate(String campaign, int priority) {
        Optional<ModelVersion> champion = load(campaign);
        if (!properties.onStart()) {
            return;
        }
        try {
            Reading reading = campaigns.reading(campaign);
            Campaign read = reading.campaign().orElseThrow();
            TrainingSet data = CampaignTrainingSet.of(read, reading.examples());
            if (champion.isEmpty() || isOutdated(champion.get(), data)) {
                submit(campaign, priority, new Order(data, DataSource.CAMPAIGN, properties.seed(), true));
            }
        } catch (FaultException e) {
            log.atError()
                    .addKeyValue("campaign", campaign)
                    .addKeyValue("fault", e.fault().code())
                    .addKeyValue("problems", e.problems().size())
                    .log("the campaign cannot be trained; validate it to see why");
        }
    }

    /**
     * Queues a training on the campaign's own folder.
     *
     * @param activate whether its version becomes champion; the first does anyway
     * @throws FaultException if campaign or examples have errors
     */
    public TrainingJob train(String campaign, long seed, boolean activate) {
        Reading reading = campaigns.reading(campaign);
        Campaign read = reading.campaign().orElseThrow();
        TrainingSet data = CampaignTrainingSet.of(read, reading.examples());
        return submit(campaign, TrainingJobs.NORMAL, new Order(data, DataSource.CAMPAIGN, seed, activate));
    }

    /**
     * Queues a training on these examples and the campaign's facts.
     *
     * @param activate whether its version becomes champion; the first does anyway
     */
    public TrainingJob train(Campaign campaign, List<Example> examples, long seed, boolean activate) {
        TrainingSet data = CampaignTrainingSet.of(campaign, examples);
        return submit(campaign.id(), TrainingJobs.NORMAL, new Order(data, DataSource.UPLOAD, seed, activate));
    }

    private Optional<ModelVersion> load(String campaign) {
        try {
            models.refresh(campaign);
            return models.champion(campaign).map(served -> served.version());
        } catch (FaultException e) {
            log.atError()
                    .addKeyValue("campaign", campaign)
                    .addKeyValue("fault", e.fault().code())
                    .setCause(e)
                    .log("the champion cannot be loaded");
            return Optional.empty();
        }
    }

    private boolean isOutdated(ModelVersion champion, TrainingSet data) {
        return champion.source() == DataSource.CAMPAIGN
                && !(champion.dataHash().equals(data.hash())
                        && champion.settings().equals(properties.settings().described()));
    }

    private TrainingJob submit(String campaign, int priority, Order order) {
        return jobs.submit(campaign, priority, progress -> run(campaign, order, progress));
    }

    private String run(String campaign, Order order, ProgressListener progress) {
        Instant start = clock.instant();
        TrainingSettings settings = properties.settings();
        TrainedModel trained = new NextStateTrainer(settings).train(order.data(), order.seed(), progress);
        progress.reached("evaluating", settings.epochs(), settings.epochs(), 0, 0);
        Map<String, Double> metrics = new HashMap<>(trained.metrics());
        metrics.putAll(heldOut(campaign, trained));
        ModelVersion version = registry.publish(
                campaign,
                new io.parley.neural.registry.TrainedModel(
                        order.data().hash(),
                        order.seed(),
                        settings.described(),
                        metrics,
                        Duration.between(start, clock.instant()).toMillis() / 1000.0,
                        order.source(),
                        folder -> ModelFiles.write(trained.model(), folder)));
        if (order.activate() || models.champion(campaign).isEmpty()) {
            registry.activate(campaign, version.version());
        }
        models.refresh(campaign);
        return version.version();
    }

    /** How the model does on the campaign's own held-out rows, if it has any. */
    private Map<String, Double> heldOut(String campaign, TrainedModel trained) {
        Reading reading = campaigns.reading(campaign);
        List<LabelledSituation> rows =
                CampaignTrainingSet.labelled(reading.campaign().orElseThrow(), reading.heldOut());
        if (rows.isEmpty()) {
            return Map.of();
        }
        Evaluation evaluation = NextStateEvaluation.of(trained.model(), rows);
        return Map.of(
                "heldOutRows", (double) evaluation.rows(),
                "heldOutAccuracy", evaluation.accuracy(),
                "heldOutMacroF1", evaluation.macroF1(),
                "heldOutStateShuffledAccuracy", evaluation.stateShuffledAccuracy());
    }

    private record Order(TrainingSet data, DataSource source, long seed, boolean activate) {}
}
