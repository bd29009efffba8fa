package io.parley.orderflow.handoff;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long customers wait for a person, as far as it was measured. */
@Component
public final class UsualWait {

    /** Enough for one odd wait not to count, few enough to tell of today. */
    private static final int LATEST = 21;

    private final JdbcClient database;

    UsualWait(JdbcClient database) {
        this.database = database;
    }

    /** The median of the latest waits, of an even number the longer one of the middle; nothing if there was none. */
    public Optional<Duration> median() {
        List<Long> waits = database.sql("""
            select waited_millis from hand_offs where taken_at is not null
            order by taken_at desc, id limit ?\
            """).param(LATEST).query(Long.class).list().stream()
                .sorted()
                .toList();
        return waits.isEmpty() ? Optional.empty() : Optional.of(Duration.ofMillis(waits.get(waits.size() / 2)));
    }
}
