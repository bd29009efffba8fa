package io.parley.orderflow.unanswered;

import io.parley.contracts.question.UnansweredQuestion;
import io.parley.orderflow.secret.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Unanswered questions, in the database; their words sealed, and readable only as part of their own turn. */
@Component
public final class UnansweredQuestions {

    private static final Logger log = LoggerFactory.getLogger(UnansweredQuestions.class);

    /** As many texts as two cores encode within seconds. */
    private static final int LISTED = 1_000;

    private final JdbcClient database;
    private final Vault vault;
    private final UnansweredProperties properties;
    private final Clock clock;

    UnansweredQuestions(JdbcClient database, Vault vault, UnansweredProperties properties, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Records a question, once for its turn however often the turn is played. Where the database does not take it, the
     * turn goes on without.
     */
    public void record(AskedInVain question) {
        try {
            insert(question);
        } catch (DuplicateKeyException e) {
            log.atDebug().addKeyValue("conversation", question.conversationId()).log("a question is recorded already");
        } catch (DataAccessException e) {
            log.atWarn()
                    .addKeyValue("conversation", question.conversationId())
                    .addKeyValue("failure", e.getClass().getName())
                    .log("an unanswered question could not be recorded");
        }
    }

    /**
     * The latest questions of a campaign, earliest first. What was sealed under another key cannot be read any more and is
     * left out.
     */
    List<UnansweredQuestion> latest(String campaign) {
        List<Optional<UnansweredQuestion>> questions = database.sql("""
                        select * from unanswered_questions where campaign = ? and asked_at >= ?
                        order by asked_at desc, id desc limit ?""")
                .params(campaign, oldest(), LISTED)
                .query((row, number) -> read(row))
                .list()
                .reversed();
        List<UnansweredQuestion> readable =
                questions.stream().flatMap(Optional::stream).toList();
        if (readable.size() < questions.size()) {
            log.atWarn()
                    .addKeyValue("campaign", campaign)
                    .addKeyValue("questions", questions.size() - readable.size())
                    .log("unanswered questions cannot be opened: was parley.secrets.key changed?");
        }
        return readable;
    }

    /** Forgets questions that were dealt with; those of other campaigns stay, and one that is gone is no fault. */
    void dismiss(String campaign, Set<Long> ids) {
        database.sql("delete from unanswered_questions where campaign = :campaign and id in (:ids)")
                .param("campaign", campaign)
                .param("ids", ids)
                .update();
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetOld() {
        database.sql("delete from unanswered_questions where asked_at < ?")
                .param(oldest())
                .update();
    }

    private OffsetDateTime oldest() {
        return clock.instant().minus(properties.retention()).atOffset(ZoneOffset.UTC);
    }

    private void insert(AskedInVain question) {
        database.sql("""
                        insert into unanswered_questions (conversation_id, turn_id, campaign, state, sealed_text, asked_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        question.conversationId(),
                        question.turnId(),
                        question.campaign(),
                        question.state(),
                        vault.seal(question.text().value(), context(question.conversationId(), question.turnId())),
                        question.askedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Optional<UnansweredQuestion> read(ResultSet row) throws SQLException {
        String conversation = row.getString("conversation_id");
        String text;
        try {
            text = vault.open(row.getString("sealed_text"), context(conversation, row.getString("turn_id")));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
        return Optional.of(new UnansweredQuestion(
                row.getLong("id"),
                conversation,
                row.getString("state"),
                text,
                row.getObject("asked_at", OffsetDateTime.class).toInstant()));
    }

    private static String context(String conversation, String turn) {
        return conversation + ":" + turn;
    }
}
