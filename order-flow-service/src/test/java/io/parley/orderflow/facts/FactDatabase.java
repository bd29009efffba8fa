package io.parley.orderflow.facts;

import io.parley.orderflow.campaign.Campaigns;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A database of changed facts, and instances of the order flow on it. */
final class FactDatabase {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final JdbcDataSource source = new JdbcDataSource();
    private final JsonMapper json = JsonMapper.shared();

    FactDatabase() {
        source.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(source).load().migrate();
    }

    JdbcClient client() {
        return JdbcClient.create(source);
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    FactVersions versions() {
        return new FactVersions(client(), transaction(), json);
    }

    /** One that has just started. */
    Instance instance(Campaigns campaigns) {
        FactProof proof = new FactProof(json);
        FactsOnSale onSale = new FactsOnSale(campaigns, versions(), proof);
        FactEditing editing = new FactEditing(campaigns, versions(), onSale, proof, Clock.fixed(NOON, ZoneOffset.UTC));
        return new Instance(
                campaigns, onSale, new FactsController(new FactCatalogue(campaigns, versions(), onSale), editing));
    }

    /** An instance of the order flow, as far as facts go. */
    record Instance(Campaigns campaigns, FactsOnSale onSale, FactsController facts) {}
}
