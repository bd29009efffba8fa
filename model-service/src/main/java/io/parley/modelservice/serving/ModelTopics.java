package io.parley.modelservice.serving;

import io.parley.contracts.Topic;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** The topics of requests and replies. */
@Configuration(proxyBeanMethods = false)
class ModelTopics {

    /** As many as there are cores to answer with on a small machine. */
    private static final int PARTITIONS = 2;

    @Bean
    KafkaAdmin.NewTopics requestsAndReplies(Answering<?, ?, ?> answering) {
        return new KafkaAdmin.NewTopics(topic(answering.requests()), topic(answering.replies()));
    }

    private static NewTopic topic(Topic<?> topic) {
        return TopicBuilder.name(topic.name())
                .partitions(PARTITIONS)
                .configs(topic.settings())
                .build();
    }
}
