package io.parley.qa.jobs;

import io.parley.campaign.Campaign;
import io.parley.campaign.Reading;
import io.parley.contracts.FaultException;
import io.parley.neural.jobs.ProgressListener;
import io.parley.neural.jobs.TrainingJob;
import io.parley.neural.jobs.TrainingJobs;
import io.parley.neural.registry.DataSource;
import io.parley.neural.registry.ModelRegistry;
import io.parley.neural.registry.ModelVersion;
import io.parley.neural.registry.TrainedModel;
import io.parley.qa.campaigns.Campaigns;
import io.parley.qa.evaluation.AnswerEvaluation;
import io.parley.qa.recall.AnswerModel;
import io.parley.qa.recall.AnswerTrainer;
import io.parley.qa.recall.LabelledText;
import io.parley.qa.recall.ModelFiles;
import io.parley.qa.recall.PhraseEncoder;
import io.parley.qa.serving.ModelsInUse;
import io.parley.qa.serving.ServedModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Queues trainings and puts their versions to use. */
@Component
public class AnswerTraining {

    private static final Logger log = LoggerFactory.getLogger(AnswerTraining.class);

    private final Campaigns campaigns;
    private final ModelRegistry registry;
    private final ModelsInUse models;
    private final TrainingJobs jobs;
    private final TrainingProperties properties;
    private final PhraseEncoder encoder;
    private final Clock clock;

    AnswerTraining(
            Campaigns campaigns,
            ModelRegistry registry,
            ModelsInUse models,
            TrainingJobs jobs,
            TrainingProperties properties,
            PhraseEncoder encoder,
            Clock clock) {
        this.campaigns = campaigns;
        this.registry = registry;
        this.models = models;
        this.jobs = jobs;
        this.properties = properties;
        this.encoder = encoder;
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
            AnswerData data = ofFolder(campaign);
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
        return submit(
                campaign, TrainingJobs.NORMAL, new Order(ofFolder(campaign), DataSource.CAMPAIGN, seed, activate));
    }

    /**
     * Queues a training on the campaign's facts and these texts in place of its own utterances.
     *
     * @param activate whether its version becomes champion; the first does anyway
     */
    public TrainingJob train(Campaign campaign, List<LabelledText> texts, long seed, boolean activate) {
        List<LabelledText> heldOut =
                AnswerData.asked(campaigns.reading(campaign.id()).heldOut());
        return submit(
                campaign.id(),
                TrainingJobs.NORMAL,
                new Order(new AnswerData(campaign.facts(), texts, heldOut), DataSource.UPLOAD, seed, activate));
    }

    private AnswerData ofFolder(String campaign) {
        Reading reading = campaigns.reading(campaign);
        return AnswerData.of(reading.campaign().orElseThrow().facts(), reading.examples(), reading.heldOut());
    }

    private Optional<ModelVersion> load(String campaign) {
        try {
            models.refresh(campaign);
            return models.champion(campaign).map(ServedModel::version);
        } catch (FaultException e) {
            log.atError()
                    .addKeyValue("campaign", campaign)
                    .addKeyValue("fault", e.fault().code())
                    .setCause(e)
                    .log("the champion cannot be loaded");
            return Optional.empty();
        }
    }

    private boolean isOutdated(ModelVersion champion, AnswerData data) {
        return champion.source() == DataSource.CAMPAIGN
                && !(champion.dataHash().equals(data.hash())
                        && champion.settings().equals(properties.described()));
    }

    private TrainingJob submit(String campaign, int priority, Order order) {
        return jobs.submit(campaign, priority, progress -> run(campaign, order, progress));
    }

    private String run(String campaign, Order order, ProgressListener progress) {
        Instant start = clock.instant();
        AnswerData data = order.data();
        AnswerModel model = new AnswerTrainer(encoder, properties.settings(), order.seed())
                .train(data.facts(), data.texts(), progress);
        progress.reached("evaluating", properties.epochs(), properties.epochs(), 0, 0);
        Map<String, Double> metrics = data.heldOut().isEmpty()
                ? Map.of()
                : AnswerEvaluation.of(model, data.heldOut()).metrics();
        ModelVersion version = registry.publish(
                campaign,
                new TrainedModel(
                        data.hash(),
                        order.seed(),
                        properties.described(),
                        metrics,
                        Duration.between(start, clock.instant()).toMillis() / 1000.0,
                        order.source(),
                        folder -> ModelFiles.write(model, folder)));
        if (order.activate() || models.champion(campaign).isEmpty()) {
            registry.activate(campaign, version.version());
        }
        models.refresh(campaign);
        return version.version();
    }

    private record Order(AnswerData data, DataSource source, long seed, boolean activate) {}
}
