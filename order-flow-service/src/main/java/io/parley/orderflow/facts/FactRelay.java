package io.parley.orderflow.facts;

import io.parley.contracts.Topics;
import io.parley.contracts.fact.FactChange;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells {@code campaign.facts.v1} what became of the facts in the outbox, and of all of them after a start: a topic that lost
 * them, or never had them, has them again. Of a fact always the version is told that the database has last, by one instance
 * at a time, so that an older one never comes after it.
 */
@Component
final class FactRelay {

    private static final Logger log = LoggerFactory.getLogger(FactRelay.class);
    private static final int BATCH = 100;
    private static final int PUBLISH_SECONDS = 5;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final FactVersions versions;
    private final KafkaTemplate<String, String> kafka;
    private final JsonMapper json;

    FactRelay(
            JdbcClient database,
            TransactionTemplate transaction,
            FactVersions versions,
            KafkaTemplate<String, String> kafka,
            JsonMapper json) {
        this.database = database;
        this.transaction = transaction;
        this.versions = versions;
        this.kafka = kafka;
        this.json = json;
    }

    private record Waiting(long id, String campaign, String factId) {}

    @EventListener(ApplicationReadyEvent.class)
    void tellAll() {
        database.sql(
                        "insert into fact_outbox (campaign, fact_id) select distinct campaign, fact_id from campaign_facts")
                .update();
    }

    @Scheduled(fixedDelay = 500)
    void tellWaiting() {
        try {
            while (Boolean.TRUE.equals(transaction.execute(status -> tellSome()))) {
                log.atDebug().log("told the topic of changed facts");
            }
        } catch (DataAccessException | TransactionException e) {
            log.atWarn().addKeyValue("cause", e.toString()).log("the facts' outbox cannot be read; it is tried again");
        }
    }

    /** Whether there may be more. The rows stay locked until Kafka has what they are about. */
    private boolean tellSome() {
        List<Waiting> waiting = database.sql(
                        "select id, campaign, fact_id from fact_outbox order by id limit ? for update")
                .param(BATCH)
                .query(Waiting.class)
                .list();
        return !waiting.isEmpty() && arrives(waiting) && forget(waiting) == BATCH;
    }

    private boolean arrives(List<Waiting> waiting) {
        try {
            CompletableFuture<?>[] sent = waiting.stream()
                    .flatMap(fact -> versions.latest(fact.campaign(), fact.factId()).stream())
                    .distinct()
                    .map(this::send)
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(sent).get(PUBLISH_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException | KafkaException | org.springframework.kafka.KafkaException e) {
            log.atWarn()
                    .addKeyValue("facts", waiting.size())
                    .addKeyValue("cause", e.toString())
                    .log("changed facts wait in the outbox: Kafka does not take them");
            return false;
        }
    }

    private CompletableFuture<?> send(FactChange change) {
        return kafka.send(Topics.CAMPAIGN_FACTS.name(), change.key(), json.writeValueAsString(change));
    }

    private int forget(List<Waiting> told) {
        return database.sql("delete from fact_outbox where id in (:ids)")
                .param("ids", told.stream().map(Waiting::id).toList())
                .update();
    }
}
