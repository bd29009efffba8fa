package io.parley.orderflow.review;

import io.parley.contracts.review.ReviewReason;
import io.parley.orderflow.secret.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Utterances for review, in the database: each wording once in each state, its words sealed. */
@Component
public final class Reviews {

    private static final Logger log = LoggerFactory.getLogger(Reviews.class);

    /** As many as are compared with each other within a second. */
    private static final int CONSIDERED = 2_000;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Vault vault;
    private final ReviewProperties properties;
    private final Clock clock;

    Reviews(
            JdbcClient database,
            TransactionTemplate transaction,
            Vault vault,
            ReviewProperties properties,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.vault = vault;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Queues an utterance, or counts it once more; once for its turn however often the turn is played. Where the database does
     * not take it, the turn goes on without.
     */
    public void record(DoubtfulTurn turn) {
        try {
            transaction.executeWithoutResult(status -> {
                boolean known = isKnown(turn);
                see(turn);
                if (!seenAgain(turn, known ? 0 : 1)) {
                    insert(turn);
                }
            });
        } catch (DuplicateKeyException e) {
            log.atDebug().addKeyValue("conversation", turn.conversationId()).log("a doubtful turn is queued already");
        } catch (DataAccessException e) {
            log.atWarn()
                    .addKeyValue("conversation", turn.conversationId())
                    .addKeyValue("failure", e.getClass().getName())
                    .log("a doubtful turn could not be queued for review");
        }
    }

    /** Those of a campaign with that status, those said last first; what was sealed under another key is left out. */
    List<Review> with(String campaign, ReviewStatus wanted) {
        List<Optional<Review>> found = database.sql("""
                        select * from reviews where campaign = ? and status = ? and last_at >= ?
                        order by last_at desc, id desc limit ?""")
                .params(campaign, wanted.label(), oldest(), CONSIDERED)
                .query((row, number) -> read(row))
                .list();
        List<Review> readable = found.stream().flatMap(Optional::stream).toList();
        if (readable.size() < found.size()) {
            log.atWarn()
                    .addKeyValue("campaign", campaign)
                    .addKeyValue("utterances", found.size() - readable.size())
                    .log("utterances for review cannot be opened: was parley.secrets.key changed?");
        }
        return readable;
    }

    Optional<Review> one(String campaign, long id) {
        return database.sql("select * from reviews where campaign = ? and id = ?")
                .params(campaign, id)
                .query((row, number) -> read(row))
                .optional()
                .flatMap(found -> found);
    }

    /** @return false if it is in a batch by now */
    boolean decide(String campaign, long id, ReviewStatus status, @Nullable String label, @Nullable String fact) {
        return database.sql("""
                        update reviews set status = :status, label = :label, fact = :fact
                        where campaign = :campaign and id = :id and status <> 'exported'""")
                        .param("status", status.label())
                        .param("label", label)
                        .param("fact", fact)
                        .param("campaign", campaign)
                        .param("id", id)
                        .update()
                > 0;
    }

    /** Makes approved utterances part of a batch. */
    void export(String campaign, Set<Long> ids, long batch) {
        database.sql("""
                        update reviews set status = 'exported', batch = :batch
                        where campaign = :campaign and id in (:ids) and status = 'approved'""")
                .param("batch", batch)
                .param("campaign", campaign)
                .param("ids", ids)
                .update();
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetOld() {
        database.sql("delete from reviews where last_at < ?").param(oldest()).update();
        database.sql("delete from review_sightings where seen_at < ?")
                .param(oldest())
                .update();
    }

    private OffsetDateTime oldest() {
        return clock.instant().minus(properties.retention()).atOffset(ZoneOffset.UTC);
    }

    /** Whether the same utterance was queued for another reason. */
    private boolean isKnown(DoubtfulTurn turn) {
        return database.sql("select count(*) from review_sightings where conversation_id = ? and turn = ?")
                        .params(turn.conversationId(), turn.turn())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void see(DoubtfulTurn turn) {
        database.sql("insert into review_sightings (conversation_id, turn, reason, seen_at) values (?, ?, ?, ?)")
                .params(
                        turn.conversationId(),
                        turn.turn(),
                        turn.reason().label(),
                        turn.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Counts a wording that is there, unless it is the same utterance with one reason more. What the customer chose or corrected is a better proposal than what was guessed; what
     * operators have decided stays.
     */
    private boolean seenAgain(DoubtfulTurn turn, int more) {
        Optional<Seen> there = database.sql("""
                        select id, reasons, proposed, confidence, uncertainty from reviews
                        where campaign = ? and state = ? and fingerprint = ? for update""")
                .params(turn.campaign(), turn.state(), fingerprint(turn))
                .query((row, number) -> new Seen(
                        row.getLong("id"),
                        reasons(row.getString("reasons")),
                        row.getString("proposed"),
                        row.getDouble("confidence"),
                        row.getDouble("uncertainty")))
                .optional();
        there.ifPresent(seen -> {
            EnumSet<ReviewReason> reasons = EnumSet.of(turn.reason());
            reasons.addAll(seen.reasons());
            boolean better =
                    isToldByCustomer(turn.reason()) || seen.reasons().stream().noneMatch(Reviews::isToldByCustomer);
            database.sql("""
                            update reviews set reasons = :reasons, proposed = :proposed, confidence = :confidence,
                                uncertainty = :uncertainty, times_said = times_said + :more, last_at = :at
                            where id = :id""")
                    .param("reasons", text(reasons))
                    .param("proposed", better ? turn.proposed() : seen.proposed())
                    .param("confidence", turn.confidence() > 0 ? turn.confidence() : seen.confidence())
                    .param("uncertainty", Math.max(turn.uncertainty(), seen.uncertainty()))
                    .param("more", more)
                    .param("at", turn.at().atOffset(ZoneOffset.UTC))
                    .param("id", seen.id())
                    .update();
        });
        return there.isPresent();
    }

    private record Seen(long id, Set<ReviewReason> reasons, String proposed, double confidence, double uncertainty) {}

    private static boolean isToldByCustomer(ReviewReason reason) {
        return reason == ReviewReason.CHOSEN;
    }

    private void insert(DoubtfulTurn turn) {
        OffsetDateTime at = turn.at().atOffset(ZoneOffset.UTC);
        String fingerprint = fingerprint(turn);
        database.sql("""
                        insert into reviews (campaign, state, fingerprint, sealed_text, proposed, confidence, uncertainty,
                            reasons, times_said, first_at, last_at, status)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, 'open')""")
                .params(
                        turn.campaign(),
                        turn.state(),
                        fingerprint,
                        vault.seal(turn.text().value(), context(turn.campaign(), turn.state(), fingerprint)),
                        turn.proposed(),
                        turn.confidence(),
                        turn.uncertainty(),
                        turn.reason().label(),
                        at,
                        at)
                .update();
    }

    private Optional<Review> read(ResultSet row) throws SQLException {
        String text;
        try {
            text = vault.open(
                    row.getString("sealed_text"),
                    context(row.getString("campaign"), row.getString("state"), row.getString("fingerprint")));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
        long batch = row.getLong("batch");
        Optional<Long> exported = row.wasNull() ? Optional.empty() : Optional.of(batch);
        return Optional.of(new Review(
                row.getLong("id"),
                row.getString("state"),
                text,
                row.getString("proposed"),
                row.getDouble("confidence"),
                row.getDouble("uncertainty"),
                List.copyOf(reasons(row.getString("reasons"))),
                row.getInt("times_said"),
                ReviewStatus.of(row.getString("status")),
                Optional.ofNullable(row.getString("label")),
                Optional.ofNullable(row.getString("fact")),
                exported,
                row.getObject("last_at", OffsetDateTime.class).toInstant()));
    }

    private String fingerprint(DoubtfulTurn turn) {
        return vault.fingerprint(RowText.normalised(turn.text().value()), turn.campaign() + ":" + turn.state());
    }

    private static String context(String campaign, String state, String fingerprint) {
        return campaign + ":" + state + ":" + fingerprint;
    }

    private static EnumSet<ReviewReason> reasons(String stored) {
        return Arrays.stream(ReviewReason.values())
                .filter(reason -> Arrays.asList(stored.split(",", -1)).contains(reason.label()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ReviewReason.class)));
    }

    private static String text(Set<ReviewReason> reasons) {
        return reasons.stream().map(ReviewReason::label).collect(Collectors.joining(","));
    }
}
