package io.parley.modelservice.jobs;

import io.parley.campaign.Campaign;
import io.parley.contracts.FaultException;
import io.parley.modelservice.campaigns.Campaigns;
import io.parley.modelservice.family.Learnt;
import io.parley.modelservice.family.Lesson;
import io.parley.modelservice.family.ModelFamily;
import io.parley.modelservice.family.TrainingPlan;
import io.parley.modelservice.serving.ModelsInUse;
import io.parley.modelservice.serving.ServedModel;
import io.parley.neural.jobs.ProgressListener;
import io.parley.neural.jobs.TrainingJob;
import io.parley.neural.jobs.TrainingJobs;
import io.parley.neural.registry.DataSource;
import io.parley.neural.registry.ModelRegistry;
import io.parley.neural.registry.ModelVersion;
import io.parley.neural.registry.TrainedModel;
import io.parley.neural.registry.TrainingClaim;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Queues trainings and puts their versions to use.
 *
 * @param <M> a model
 * @param <R> a row of what it learns from
 */
@Component
public class ModelTraining<M, R> {

    private static final Logger log = LoggerFactory.getLogger(ModelTraining.class);

    private final ModelFamily<M, R> family;
    private final Campaigns campaigns;
    private final ModelRegistry registry;
    private final ModelsInUse<M> models;
    private final TrainingJobs jobs;
    private final TrainingPlan plan;
    private final Clock clock;

    ModelTraining(
            ModelFamily<M, R> family,
            Campaigns campaigns,
            ModelRegistry registry,
            ModelsInUse<M> models,
            TrainingJobs jobs,
            TrainingPlan plan,
            Clock clock) {
        this.family = family;
        this.campaigns = campaigns;
        this.registry = registry;
        this.models = models;
        this.jobs = jobs;
        this.plan = plan;
        this.clock = clock;
    }

    /** Loads a campaign's models. What goes wrong is logged; the other campaigns are none the worse for it. */
    void load(String campaign) {
        try {
            models.refresh(campaign);
        } catch (FaultException e) {
            log.atError()
                    .addKeyValue("campaign", campaign)
                    .addKeyValue("fault", e.fault().code())
                    .setCause(e)
                    .log("the champion cannot be loaded");
        }
    }

    /**
     * Trains a campaign if it has no model of its present data, unless trainings are not wanted at the start. What goes
     * wrong is logged.
     *
     * @param priority of the training
     * @return whether that is settled; not while another instance of the service trains the campaign, whose version is to
     *     be waited for
     */
    boolean trainIfOutdated(String campaign, int priority) {
        if (!plan.onStart()) {
            return true;
        }
        try {
            Optional<TrainingClaim> claim = registry.claimTraining(campaign);
            claim.ifPresent(taken -> trainIfOutdated(campaign, priority, taken));
            return claim.isPresent();
        } catch (FaultException | UncheckedIOException e) {
            log.atError()
                    .addKeyValue("campaign", campaign)
                    .setCause(e)
                    .log("the campaign cannot be trained; no models of it can be kept");
            return true;
        }
    }

    private void trainIfOutdated(String campaign, int priority, TrainingClaim claim) {
        Optional<TrainingJob> job = Optional.empty();
        try {
            load(campaign);
            Lesson<M> lesson = family.lesson(campaigns.reading(campaign));
            Optional<ModelVersion> champion = models.champion(campaign).map(ServedModel::version);
            if (champion.isEmpty() || isOutdated(champion.get(), lesson)) {
                job = Optional.of(
                        submit(campaign, priority, new Order<>(lesson, DataSource.CAMPAIGN, plan.seed(), true)));
            }
        } catch (FaultException e) {
            log.atError()
                    .addKeyValue("campaign", campaign)
                    .addKeyValue("fault", e.fault().code())
                    .addKeyValue("problems", e.problems().size())
                    .log("the campaign cannot be trained; validate it to see why");
        } finally {
            job.ifPresentOrElse(queued -> closeAtEnd(queued, claim), claim::close);
        }
    }

    private void closeAtEnd(TrainingJob job, TrainingClaim claim) {
        var _ = jobs.follow(job.campaign(), job.id(), change -> {
            if (change.state().isFinal()) {
                claim.close();
            }
        });
    }

    /**
     * Queues a training on the campaign's own files.
     *
     * @param version the kept version to learn in place of what is on sale, if any
     * @param activate whether the model's version becomes champion; the first does anyway
     * @throws FaultException if campaign or examples have errors
     */
    public TrainingJob train(String campaign, OptionalInt version, long seed, boolean activate) {
        Lesson<M> lesson = family.lesson(
                version.isPresent() ? campaigns.reading(campaign, version.getAsInt()) : campaigns.reading(campaign));
        return submit(campaign, TrainingJobs.NORMAL, new Order<>(lesson, DataSource.CAMPAIGN, seed, activate));
    }

    /**
     * Queues a training on the rows of a file in place of the campaign's own.
     *
     * @param name of the file, as messages tell it
     * @param activate whether its version becomes champion; the first does anyway
     * @throws FaultException if a row is wrong
     */
    public TrainingJob train(Campaign campaign, String name, byte[] content, long seed, boolean activate) {
        Lesson<M> lesson = family.lesson(campaign, family.rows(campaign, name, content));
        return submit(campaign.id(), TrainingJobs.NORMAL, new Order<>(lesson, DataSource.UPLOAD, seed, activate));
    }

    private boolean isOutdated(ModelVersion champion, Lesson<M> lesson) {
        return champion.source() == DataSource.CAMPAIGN
                && !(champion.dataHash().equals(lesson.hash())
                        && champion.settings().equals(lesson.settings()));
    }

    private TrainingJob submit(String campaign, int priority, Order<M> order) {
        return jobs.submit(campaign, priority, progress -> run(campaign, order, progress));
    }

    private String run(String campaign, Order<M> order, ProgressListener progress) {
        Instant start = clock.instant();
        Learnt<M> learnt = order.lesson().learn(order.seed(), progress);
        ModelVersion version = registry.publish(
                campaign,
                new TrainedModel(
                        order.lesson().hash(),
                        order.seed(),
                        order.lesson().settings(),
                        learnt.metrics(),
                        Duration.between(start, clock.instant()).toMillis() / 1000.0,
                        order.source(),
                        folder -> family.write(learnt.model(), folder)));
        if (order.activate() || models.champion(campaign).isEmpty()) {
            // Reading it first keeps a model that cannot be loaded from ever becoming champion.
            models.version(campaign, version.version());
            registry.activate(campaign, version.version());
        }
        models.refresh(campaign);
        log.atInfo()
                .addKeyValue("campaign", campaign)
                .addKeyValue("version", version.version())
                .log("a version was made");
        return version.version();
    }

    private record Order<M>(Lesson<M> lesson, DataSource source, long seed, boolean activate) {}
}
