package io.parley.orderflow.pitch;

import io.parley.session.SessionProperties;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Facts told in other packages' tests. */
public final class FactsToldIn {

    private FactsToldIn() {}

    /** @param database with the schema in it */
    public static FactsTold database(JdbcClient database, Clock clock) {
        return new FactsTold(
                database,
                new PitchProperties(true, Duration.ofDays(365)),
                new SessionProperties(Duration.ofDays(7)),
                clock);
    }
}
