package io.parley.gateway.call.recording;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Deletes recordings when their time has come, also where none are made any more. */
@Component
final class Sweeper {

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);
    private static final long MINUTES_BETWEEN = 10;

    private final Recordings recordings;
    private final ScheduledExecutorService broom = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("recording-sweeper").factory());

    Sweeper(Recordings recordings) {
        this.recordings = recordings;
        var _ = broom.scheduleWithFixedDelay(this::sweep, 0, MINUTES_BETWEEN, TimeUnit.MINUTES);
    }

    private void sweep() {
        try {
            recordings.sweep();
        } catch (RuntimeException e) {
            log.atWarn().addKeyValue("cause", e.toString()).log("old recordings could not be deleted");
        }
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        broom.shutdownNow();
    }
}
