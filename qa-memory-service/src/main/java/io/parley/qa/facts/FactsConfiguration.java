package io.parley.qa.facts;

import io.parley.contracts.Topics;
import io.parley.contracts.fact.FactChange;
import io.parley.modelservice.topic.WholeTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import tools.jackson.databind.json.JsonMapper;

/** The topic of changed facts. */
@Configuration(proxyBeanMethods = false)
class FactsConfiguration {

    /** Whoever starts first creates it. */
    @Bean
    KafkaAdmin.NewTopics topicOfFacts() {
        return new KafkaAdmin.NewTopics(TopicBuilder.name(Topics.CAMPAIGN_FACTS.name())
                .partitions(1)
                .configs(Topics.CAMPAIGN_FACTS.settings())
                .build());
    }

    @Bean
    WholeTopic<FactChange> changedFactsTopic(ConsumerFactory<String, byte[]> consumers, JsonMapper json) {
        return new WholeTopic<>(Topics.CAMPAIGN_FACTS, consumers, json);
    }
}
