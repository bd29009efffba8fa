package io.parley.modelservice.serving;

import io.parley.contracts.model.ActiveVersions;
import io.parley.modelservice.campaigns.Campaigns;
import io.parley.modelservice.family.ModelFamily;
import io.parley.modelservice.topic.WholeTopic;
import io.parley.neural.registry.Aliases;
import io.parley.neural.registry.ModelRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps this instance and the others at the same versions. The folder they share says what was decided last; the topic says
 * at once that something was. Whenever one is heard of, and every few seconds, what is new is loaded and put in place, and
 * what the topic does not know yet is told there. So a decision gets through a broker that was away, an instance that ended
 * between deciding and telling, and a model that can be loaded only later.
 */
@Component
class VersionsWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(VersionsWatch.class);

    /** How long an end waits for a look under way, which may be loading a model. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final WholeTopic<ActiveVersions> reader;
    private final VersionsWriter writer;
    private final ModelRegistry registry;
    private final ModelsInUse<?> models;
    private final Campaigns campaigns;
    private final String kind;
    private final Duration every;
    private final Map<String, ActiveVersions> heard = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looking;
    private volatile boolean running;

    VersionsWatch(
            WholeTopic<ActiveVersions> reader,
            VersionsWriter writer,
            ModelRegistry registry,
            ModelsInUse<?> models,
            Campaigns campaigns,
            ModelFamily<?, ?> family,
            ModelsProperties properties) {
        this.reader = reader;
        this.writer = writer;
        this.registry = registry;
        this.models = models;
        this.campaigns = campaigns;
        this.kind = family.names().kind();
        this.every = properties.lookEvery();
        this.looking = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("versions-" + kind).daemon().factory());
    }

    @Override
    public void start() {
        running = true;
        models.onChange(this::soon);
        Thread.ofPlatform().name("versions-topic-" + kind).daemon().start(() -> reader.read(this::hear));
        var _ = looking.scheduleWithFixedDelay(
                this::lookAtAll, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        reader.stop();
        looking.shutdownNow();
        try {
            // Whoever stops it may go on to close the folder that a look still reads.
            if (!looking.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("versions are still looked at; the service ends without waiting for it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void hear(ActiveVersions versions) {
        if (versions.kind().equals(kind)) {
            heard.put(versions.campaign(), versions);
            soon(versions.campaign());
        }
    }

    private void soon(String campaign) {
        try {
            looking.execute(() -> {
                if (campaigns.exists(campaign)) {
                    look(campaign);
                }
            });
        } catch (RejectedExecutionException e) {
            log.atDebug().addKeyValue("campaign", campaign).log("the service ends; versions change no more");
        }
    }

    private void lookAtAll() {
        try {
            campaigns.ids().forEach(this::look);
        } catch (RuntimeException e) {
            // What is thrown here would end the looking for good.
            log.atWarn().addKeyValue("cause", e.toString()).log("the campaigns cannot be listed; it is tried again");
        }
    }

    private void look(String campaign) {
        try {
            models.follow(campaign, heard.get(campaign));
            tell(campaign);
        } catch (RuntimeException e) {
            // One campaign's folder must not keep the others from being looked at, nor from being looked at again.
            log.atWarn()
                    .addKeyValue("campaign", campaign)
                    .addKeyValue("cause", e.toString())
                    .log("it cannot be looked at which versions are in use");
        }
    }

    private void tell(String campaign) {
        Aliases here = registry.aliases(campaign);
        ActiveVersions told = heard.get(campaign);
        String champion = here.champion();
        if (champion != null
                && reader.isCaughtUp()
                && (told == null || here.changedAt().isAfter(told.decidedAt()))) {
            writer.tell(new ActiveVersions(kind, campaign, champion, here.challenger(), here.changedAt()));
        }
    }
}
