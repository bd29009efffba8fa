package io.parley.orderflow.archive;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.session.TurnOutbox;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Moves records of turns from the sessions' outbox to the archive: each is there once, however often it is moved. What the
 * database does not take waits.
 */
@Component
public final class ArchiveRelay {

    private static final Logger log = LoggerFactory.getLogger(ArchiveRelay.class);

    /** Small enough for one transaction to be short, large enough for a machine that takes turns at full speed. */
    private static final int BATCH = 200;

    private final TurnOutbox outbox;
    private final TurnArchive archive;

    ArchiveRelay(TurnOutbox outbox, TurnArchive archive, MeterRegistry meters) {
        this.outbox = outbox;
        this.archive = archive;
        Gauge.builder("parley.archive.waiting", outbox, TurnOutbox::size)
                .description("records of turns that are not in the database yet")
                .register(meters);
    }

    /** Moves all that waits; also before somebody reads the archive, who then finds every turn that was answered. */
    @Scheduled(fixedDelay = 250)
    public synchronized void keepWaiting() {
        List<TurnOutbox.Entry> entries;
        do {
            entries = outbox.oldest(BATCH);
        } while (kept(entries) && entries.size() == BATCH);
    }

    private boolean kept(List<TurnOutbox.Entry> entries) {
        if (entries.isEmpty()) {
            return false;
        }
        try {
            archive.keep(entries.stream().map(TurnOutbox.Entry::turn).toList());
            outbox.remove(entries);
            return true;
        } catch (DataAccessException e) {
            log.atWarn()
                    .addKeyValue("turns", entries.size())
                    .addKeyValue("failure", e.getClass().getName())
                    .log("records of turns wait in the outbox: the database does not take them");
            return false;
        }
    }
}
