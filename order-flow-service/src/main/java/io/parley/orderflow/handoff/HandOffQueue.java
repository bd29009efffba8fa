package io.parley.orderflow.handoff;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Who waits for a person, in the database. It follows the sessions: what a session says of its hand-off is written here
 * before the customer hears that they wait, and after everything else; every step may be written twice.
 */
@Component
public final class HandOffQueue {

    /** Whose person had to leave is first; then whoever asked first. */
    private static final String IN_ORDER =
            " order by case when freed_at is null then 1 else 0 end, freed_at, asked_at, id";

    private final JdbcClient database;
    private final HandOffProperties properties;
    private final MeterRegistry meters;
    private final Clock clock;

    HandOffQueue(JdbcClient database, HandOffProperties properties, MeterRegistry meters, Clock clock) {
        this.database = database;
        this.properties = properties;
        this.meters = meters;
        this.clock = clock;
        Gauge.builder("parley.hand.offs.waiting", () -> count(HandOffState.WAITING))
                .description("customers who wait for a person")
                .register(meters);
        Gauge.builder("parley.hand.offs.taken", () -> count(HandOffState.TAKEN))
                .description("customers who talk with a person")
                .register(meters);
    }

    /** A customer asked for a person. */
    public void enter(String id, String conversation, String campaign, Instant at) {
        try {
            database.sql("""
                insert into hand_offs (id, conversation_id, campaign, state, asked_at)
                values (?, ?, ?, 'waiting', ?)\
                """).params(id, conversation, campaign, utc(at)).update();
        } catch (DuplicateKeyException e) {
            // A turn that is played again after somebody else saved the session.
            database.sql("update hand_offs set state = 'waiting', ended_at = null where id = ? and taken_at is null")
                    .param(id)
                    .update();
        }
    }

    /** A person took it. How long the customer waited counts the first time only. */
    public void taken(String id, String agent, Instant at) {
        Optional<HandOffRow> before = find(id);
        database.sql("update hand_offs set state = 'taken', agent = ?, freed_at = null where id = ?")
                .params(agent, id)
                .update();
        before.filter(row -> row.takenAt() == null).ifPresent(row -> {
            Duration waited = Duration.between(row.askedAt(), at);
            int first = database.sql(
                            "update hand_offs set taken_at = ?, waited_millis = ? where id = ? and taken_at is null")
                    .params(utc(at), Math.max(0, waited.toMillis()), id)
                    .update();
            if (first == 1) {
                meters.timer("parley.hand.offs.wait").record(waited);
            }
        });
    }

    /** Its person had to leave: it goes before everybody else. */
    public void freed(String id, Instant at) {
        database.sql("update hand_offs set state = 'waiting', agent = null, freed_at = ? where id = ?")
                .params(utc(at), id)
                .update();
    }

    /**
     * It is over; what is over already stays as it is.
     *
     * @param outcome how the conversation ended, where a person closed it
     */
    public void ended(String id, HandOffState end, @Nullable String outcome, Instant at) {
        int ended = database.sql("""
            update hand_offs set state = :end, outcome = :outcome, ended_at = :at
            where id = :id and state in ('waiting', 'taken')\
            """)
                .param("end", end.label())
                .param("outcome", outcome)
                .param("at", utc(at))
                .param("id", id)
                .update();
        if (ended == 1) {
            meters.counter("parley.hand.offs.ended", "end", end.label()).increment();
        }
    }

    public Optional<HandOffRow> find(String id) {
        return database.sql("select * from hand_offs where id = ?")
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Those that wait, first come first. */
    public List<HandOffRow> waiting() {
        return in(HandOffState.WAITING);
    }

    /** Those whose customers talk with a person. */
    public List<HandOffRow> taken() {
        return in(HandOffState.TAKEN);
    }

    /** Its place among those that wait, from 1; behind them all if it is not one of them. */
    public int place(String id) {
        List<String> ids = waiting().stream().map(HandOffRow::id).toList();
        int at = ids.indexOf(id);
        return at < 0 ? ids.size() + 1 : at + 1;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetOld() {
        database.sql("delete from hand_offs where ended_at < ?")
                .param(utc(clock.instant().minus(properties.retention())))
                .update();
    }

    private List<HandOffRow> in(HandOffState state) {
        return database.sql("select * from hand_offs where state = ?" + IN_ORDER)
                .param(state.label())
                .query((row, number) -> read(row))
                .list();
    }

    private long count(HandOffState state) {
        return database.sql("select count(*) from hand_offs where state = ?")
                .param(state.label())
                .query(Long.class)
                .single();
    }

    private static HandOffRow read(ResultSet row) throws SQLException {
        return new HandOffRow(
                row.getString("id"),
                row.getString("conversation_id"),
                row.getString("campaign"),
                HandOffState.of(row.getString("state")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                instant(row, "freed_at"),
                row.getString("agent"),
                instant(row, "taken_at"),
                instant(row, "ended_at"),
                row.getString("outcome"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
