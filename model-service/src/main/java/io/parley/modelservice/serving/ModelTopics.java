package io.parley.modelservice.serving;

import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** The topics of requests and replies. */
@Configuration(proxyBeanMethods = false)
class ModelTopics {

    /** As many as there are cores to answer with on a small machine. */
    private static final int PARTITIONS = 2;

    private static final Duration RETENTION = Duration.ofHours(1);

    @Bean
    KafkaAdmin.NewTopics requestsAndReplies(Answering<?, ?, ?> answering) {
        return new KafkaAdmin.NewTopics(
                topic(answering.requests().name()), topic(answering.replies().name()));
    }

    private static NewTopic topic(String name) {
        return TopicBuilder.name(name)
                .partitions(PARTITIONS)
                .config(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(RETENTION.toMillis()))
                .build();
    }
}
