package io.parley.orderflow.archive;

import io.parley.session.SealedTurn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The records of turns, in the database. What they say is sealed, see {@code docs/replay.md}. */
@Component
public final class TurnArchive {

    private static final String INSERT = """
            insert into turns (conversation_id, turn, campaign, rehearsal, recorded_at, sealed_record)
            values (?, ?, ?, ?, ?, ?)""";

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final ArchiveProperties properties;
    private final Clock clock;

    TurnArchive(
            JdbcClient database,
            JdbcTemplate batches,
            TransactionTemplate transaction,
            ArchiveProperties properties,
            Clock clock) {
        this.database = database;
        this.batches = batches;
        this.transaction = transaction;
        this.properties = properties;
        this.clock = clock;
    }

    private record Key(String conversationId, int turn) {}

    /**
     * Keeps records, all of them or none; those that are there already stay as they are.
     *
     * @throws org.springframework.dao.DataAccessException if the database does not take them, or another instance keeps one
     *     of them at the same moment; to be tried again
     */
    void keep(List<SealedTurn> turns) {
        if (turns.isEmpty()) {
            return;
        }
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        transaction.executeWithoutResult(status -> {
            Set<Key> there = new HashSet<>(keys(turns));
            List<Object[]> rows = turns.stream()
                    .filter(turn -> there.add(new Key(turn.conversationId(), turn.turn())))
                    .map(turn -> new Object[] {
                        turn.conversationId(), turn.turn(), turn.campaign(), turn.rehearsal(), now, turn.sealedRecord()
                    })
                    .toList();
            batches.batchUpdate(INSERT, rows);
        });
    }

    /** The turns of a conversation, oldest first; none if it is unknown or was deleted. */
    public List<SealedTurn> of(String conversation) {
        return database.sql("select * from turns where conversation_id = ? order by turn")
                .param(conversation)
                .query(TurnArchive::read)
                .list();
    }

    public Optional<SealedTurn> find(String conversation, int turn) {
        return database.sql("select * from turns where conversation_id = ? and turn = ?")
                .params(conversation, turn)
                .query(TurnArchive::read)
                .optional();
    }

    /**
     * Conversations, in the order of their ids.
     *
     * @param after those whose ids come later; empty for the first
     * @param limit how many at most
     */
    public List<String> conversations(Selection selection, String after, int limit) {
        String sql = "select distinct conversation_id from turns where conversation_id > :after"
                + (selection.campaign().isPresent() ? " and campaign = :campaign" : "")
                + (selection.since().isPresent() ? " and recorded_at >= :since" : "")
                + (selection.rehearsals() ? "" : " and not rehearsal")
                + " order by conversation_id limit :limit";
        JdbcClient.StatementSpec query = database.sql(sql).param("after", after).param("limit", limit);
        if (selection.campaign().isPresent()) {
            query = query.param("campaign", selection.campaign().get());
        }
        if (selection.since().isPresent()) {
            query = query.param("since", selection.since().get().atOffset(ZoneOffset.UTC));
        }
        return query.query(String.class).list();
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetOld() {
        database.sql("delete from turns where recorded_at < ?")
                .param(clock.instant().minus(Duration.ofDays(properties.days())).atOffset(ZoneOffset.UTC))
                .update();
    }

    private List<Key> keys(List<SealedTurn> turns) {
        return database.sql("select conversation_id, turn from turns where conversation_id in (:ids)")
                .param(
                        "ids",
                        turns.stream()
                                .map(SealedTurn::conversationId)
                                .distinct()
                                .toList())
                .query(Key.class)
                .list();
    }

    private static SealedTurn read(ResultSet row, int number) throws SQLException {
        return new SealedTurn(
                row.getString("conversation_id"),
                row.getInt("turn"),
                row.getString("campaign"),
                row.getBoolean("rehearsal"),
                row.getString("sealed_record"));
    }
}
