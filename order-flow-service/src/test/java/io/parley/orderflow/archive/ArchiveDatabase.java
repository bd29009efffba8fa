package io.parley.orderflow.archive;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.session.SealedTurn;
import io.parley.session.TurnOutbox;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A database with an archive of turns in it. */
public final class ArchiveDatabase {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final JdbcDataSource source = new JdbcDataSource();

    public ArchiveDatabase() {
        source.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(source).load().migrate();
    }

    public TurnArchive archive() {
        return archive(NOON);
    }

    TurnArchive archive(Instant now) {
        return new TurnArchive(
                client(),
                new JdbcTemplate(source),
                new TransactionTemplate(new DataSourceTransactionManager(source)),
                new ArchiveProperties(30),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    /** A relay that has no Redis to relay from. */
    public ArchiveRelay relay(MeterRegistry meters) {
        return new ArchiveRelay(new TurnOutbox(new StringRedisTemplate(), JsonMapper.shared()), archive(), meters);
    }

    /** Has turns in it from now on. */
    public void keep(List<SealedTurn> turns) {
        archive().keep(turns);
    }

    JdbcClient client() {
        return JdbcClient.create(source);
    }

    /** Everything there is, as SQL. */
    String dump() {
        return String.join("\n", client().sql("script").query(String.class).list());
    }
}
