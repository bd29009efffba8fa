package io.parley.modelservice.serving;

import io.parley.contracts.Topic;
import io.parley.contracts.Topics;
import io.parley.contracts.model.ActiveVersions;
import io.parley.modelservice.topic.WholeTopic;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import tools.jackson.databind.json.JsonMapper;

/** The topics of requests and replies, and of which versions are in use. */
@Configuration(proxyBeanMethods = false)
class ModelTopics {

    /** As many as there are cores to answer with on a small machine. */
    private static final int PARTITIONS = 2;

    @Bean
    KafkaAdmin.NewTopics topicsOfModels(Answering<?, ?, ?> answering) {
        return new KafkaAdmin.NewTopics(
                topic(answering.requests(), PARTITIONS),
                topic(answering.replies(), PARTITIONS),
                topic(Topics.MODEL_ALIASES, 1));
    }

    @Bean
    WholeTopic<ActiveVersions> versionsInUse(ConsumerFactory<String, byte[]> consumers, JsonMapper json) {
        return new WholeTopic<>(Topics.MODEL_ALIASES, consumers, json);
    }

    private static NewTopic topic(Topic<?> topic, int partitions) {
        return TopicBuilder.name(topic.name())
                .partitions(partitions)
                .configs(topic.settings())
                .build();
    }
}
