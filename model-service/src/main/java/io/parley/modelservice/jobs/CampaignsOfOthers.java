package io.parley.modelservice.jobs;

import io.parley.modelservice.serving.ModelsProperties;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Campaigns that another instance of the service trains: asked for again until it is done, or has died over it. */
@Component
class CampaignsOfOthers implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(CampaignsOfOthers.class);

    private final Duration every;
    private final ScheduledExecutorService asking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("campaigns-of-others").daemon().factory());

    CampaignsOfOthers(ModelsProperties properties) {
        this.every = properties.lookEvery();
    }

    /**
     * Tries until it is settled; now, and then every few seconds.
     *
     * @param attempt whether it is
     */
    void settle(BooleanSupplier attempt) {
        if (!attempt.getAsBoolean() && !asking.isShutdown()) {
            var _ = asking.schedule(() -> again(attempt), every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Asks no more. */
    @Override
    public void close() {
        asking.shutdownNow();
    }

    private void again(BooleanSupplier attempt) {
        try {
            settle(attempt);
        } catch (RuntimeException e) {
            log.atError().setCause(e).log("a campaign that another instance trained cannot be looked at");
        }
    }
}
