package io.parley.orderflow.pitch;

import io.parley.session.SessionProperties;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Which facts were told, in the database, and how these conversations ended. Where the database does not take it, the turn
 * goes on and is not counted.
 */
@Component
public final class FactsTold {

    private static final Logger log = LoggerFactory.getLogger(FactsTold.class);

    /**
     * A conversation that was forgotten has ended without an order, though nobody said so. Where it goes on for longer than
     * that after the fact and ends in an order after all, it counts as one.
     */
    private static final String TALLY = """
            count(distinct told.conversation_id) as shown,
            count(distinct orders.conversation_id) as ordered,
            count(distinct case when orders.id is null and (told.ended or told.told_at < :forgotten)
                           then told.conversation_id end) as not_ordered
            from facts_told told
            left join orders on orders.conversation_id = told.conversation_id and not orders.rehearsal
            where told.campaign = :campaign and told.told_at >= :oldest
            """;

    private final JdbcClient database;
    private final PitchProperties properties;
    private final SessionProperties sessions;
    private final Clock clock;

    FactsTold(JdbcClient database, PitchProperties properties, SessionProperties sessions, Clock clock) {
        this.database = database;
        this.properties = properties;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Counts a fact that was told; once, if it is counted again for the same turn. */
    public void record(FactTold told) {
        try {
            database.sql("""
                            insert into facts_told (conversation_id, turn, campaign, fact, pitch, told_at, ended)
                            values (?, ?, ?, ?, ?, ?, false)""")
                    .param(told.conversationId())
                    .param(told.turn())
                    .param(told.campaign())
                    .param(told.fact())
                    .param(told.pitch().orElse(null))
                    .param(told.at().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException e) {
            log.atDebug().addKeyValue("conversation", told.conversationId()).log("a told fact is counted already");
        } catch (DataAccessException e) {
            warn(told.conversationId(), e);
        }
    }

    /** The conversation is over. */
    public void ended(String conversation) {
        try {
            database.sql("update facts_told set ended = true where conversation_id = ?")
                    .param(conversation)
                    .update();
        } catch (DataAccessException e) {
            warn(conversation, e);
        }
    }

    /** How conversations ended, by fact and pitch. */
    Map<ToldWith, Tally> byPitch(String campaign) {
        Map<ToldWith, Tally> tallies = new HashMap<>();
        query("select told.fact, told.pitch, " + TALLY + "group by told.fact, told.pitch", campaign)
                .query((row, number) -> tallies.put(
                        new ToldWith(row.getString("fact"), Optional.ofNullable(row.getString("pitch"))), tally(row)))
                .list();
        return tallies;
    }

    /** How conversations ended, by fact, whatever was said with it. */
    Map<String, Tally> byFact(String campaign) {
        Map<String, Tally> tallies = new HashMap<>();
        query("select told.fact, " + TALLY + "group by told.fact", campaign)
                .query((row, number) -> tallies.put(row.getString("fact"), tally(row)))
                .list();
        return tallies;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetOld() {
        database.sql("delete from facts_told where told_at < ?")
                .param(ago(properties.retention()))
                .update();
    }

    private JdbcClient.StatementSpec query(String sql, String campaign) {
        return database.sql(sql)
                .param("campaign", campaign)
                .param("oldest", ago(properties.retention()))
                .param("forgotten", ago(sessions.timeToLive()));
    }

    private OffsetDateTime ago(Duration time) {
        return clock.instant().minus(time).atOffset(ZoneOffset.UTC);
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(row.getInt("shown"), row.getInt("ordered"), row.getInt("not_ordered"));
    }

    private static void warn(String conversation, DataAccessException failure) {
        log.atWarn()
                .addKeyValue("conversation", conversation)
                .addKeyValue("failure", failure.getClass().getName())
                .log("a told fact could not be counted");
    }
}
