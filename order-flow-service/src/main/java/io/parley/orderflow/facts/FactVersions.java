package io.parley.orderflow.facts;

import io.parley.contracts.fact.FactChange;
import io.parley.contracts.fact.FactContent;
import io.parley.contracts.fact.FactStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Every change that operators made to facts, in the database. */
@Component
final class FactVersions {

    private static final String LATEST = """
            select * from campaign_facts f where version = (
                select max(version) from campaign_facts l where l.campaign = f.campaign and l.fact_id = f.fact_id)""";

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    FactVersions(JdbcClient database, TransactionTemplate transaction, JsonMapper json) {
        this.database = database;
        this.transaction = transaction;
        this.json = json;
    }

    /**
     * Adds a change, and notes that the topic has to be told.
     *
     * @throws DuplicateKeyException if the fact has that version already
     */
    void add(FactChange change) {
        transaction.executeWithoutResult(status -> {
            database.sql("""
                            insert into campaign_facts (campaign, fact_id, version, status, content, changed_at)
                            values (:campaign, :fact, :version, :status, :content, :changedAt)""")
                    .param("campaign", change.campaign())
                    .param("fact", change.fact())
                    .param("version", change.version())
                    .param("status", change.status().label())
                    .param("content", change.content() == null ? null : json.writeValueAsString(change.content()))
                    .param("changedAt", change.changedAt().atOffset(ZoneOffset.UTC))
                    .update();
            database.sql("insert into fact_outbox (campaign, fact_id) values (?, ?)")
                    .params(change.campaign(), change.fact())
                    .update();
        });
    }

    /** The latest change of every fact. */
    List<FactChange> latest() {
        return database.sql(LATEST + " order by campaign, fact_id")
                .query((row, number) -> read(row))
                .list();
    }

    /** The latest change of a fact, if it was ever changed. */
    Optional<FactChange> latest(String campaign, String fact) {
        return database.sql(LATEST + " and campaign = ? and fact_id = ?")
                .params(campaign, fact)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Every change of a fact, the latest first. */
    List<FactChange> all(String campaign, String fact) {
        return database.sql("select * from campaign_facts where campaign = ? and fact_id = ? order by version desc")
                .params(campaign, fact)
                .query((row, number) -> read(row))
                .list();
    }

    /** How many changes there are. Since none is ever removed, that says whether there are new ones. */
    long count() {
        return database.sql("select count(*) from campaign_facts")
                .query(Long.class)
                .single();
    }

    private FactChange read(ResultSet row) throws SQLException {
        String content = row.getString("content");
        return new FactChange(
                row.getString("campaign"),
                row.getString("fact_id"),
                row.getInt("version"),
                FactStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                content == null ? null : json.readValue(content, FactContent.class),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
