package io.parley.orderflow.handoff;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A database with a desk in it, nobody there and nobody waiting. */
public final class DeskDatabase {

    public static final HandOffProperties PATIENCE = new HandOffProperties(
            Duration.ofMinutes(1),
            Duration.ofMinutes(3),
            Duration.ofMinutes(30),
            Duration.ofSeconds(30),
            Duration.ofDays(30));

    private final JdbcDataSource source = new JdbcDataSource();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Clock clock;

    public DeskDatabase(Clock clock) {
        this.clock = clock;
        source.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(source).load().migrate();
    }

    public DataSource source() {
        return source;
    }

    public JdbcClient client() {
        return JdbcClient.create(source);
    }

    public MeterRegistry meters() {
        return meters;
    }

    public HandOffQueue queue() {
        return new HandOffQueue(client(), PATIENCE, meters, clock);
    }

    public Agents agents() {
        return new Agents(client(), PATIENCE, meters, clock);
    }

    public UsualWait usualWait() {
        return new UsualWait(client());
    }

    public Desks desks() {
        return new Desks(agents(), queue(), usualWait());
    }

    public static DeskFeed feed(StringRedisTemplate redis) {
        return new DeskFeed(redis, JsonMapper.shared());
    }
}
