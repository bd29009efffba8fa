package io.parley.qa.facts;

import io.parley.campaign.Fact;
import io.parley.contracts.Topics;
import io.parley.contracts.fact.FactChange;
import io.parley.contracts.fact.FactStatus;
import io.parley.modelservice.campaigns.Campaigns;
import io.parley.modelservice.campaigns.CampaignsProperties;
import io.parley.modelservice.topic.WholeTopic;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Facts of the campaign {@code gift-card} that operators change, without a broker. */
public final class Facts {

    static final String GIFT_CARD = "gift-card";

    private Facts() {}

    /** What a service has heard of that has read nothing. */
    public static ChangedFacts unchanged() {
        return new ChangedFacts(
                new WholeTopic<>(
                        Topics.CAMPAIGN_FACTS, new DefaultKafkaConsumerFactory<>(Map.of()), JsonMapper.shared()),
                new FactProperties(Duration.ZERO));
    }

    /** The memories of a service that has heard of those changes. */
    public static CurrentMemories memories(ChangedFacts changed) {
        return new CurrentMemories(changed, new CurrentFacts(campaigns()));
    }

    static Campaigns campaigns() {
        return new Campaigns(new CampaignsProperties(
                Path.of("../campaign/src/test/resources"), Path.of("target/no-versions"), null));
    }

    static Fact fact(String id, String answer, String... ask) {
        return new Fact(id, Fact.Kind.QUESTION, List.of(ask), answer, List.of(), List.of());
    }

    static FactChange written(int version, Fact fact) {
        return new FactChange(GIFT_CARD, fact.id(), version, FactStatus.EDITED, fact.content(), Instant.EPOCH);
    }

    static FactChange deleted(int version, String fact) {
        return new FactChange(GIFT_CARD, fact, version, FactStatus.DELETED, null, Instant.EPOCH);
    }

    static FactChange asInFolder(int version, String fact) {
        return new FactChange(GIFT_CARD, fact, version, FactStatus.FOLDER, null, Instant.EPOCH);
    }
}
