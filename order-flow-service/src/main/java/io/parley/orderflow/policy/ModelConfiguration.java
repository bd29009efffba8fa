package io.parley.orderflow.policy;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contracts.Topic;
import io.parley.contracts.Topics;
import io.parley.contracts.model.AnswerReply;
import io.parley.contracts.model.AnswerRequest;
import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.NextStateRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import tools.jackson.databind.json.JsonMapper;

@Configuration
class ModelConfiguration {

    private static final int PARTITIONS = 2;

    @Bean
    KafkaAdmin.NewTopics topics() {
        Stream<NewTopic> requestAndReply = Stream.of(
                        Topics.NEXT_STATE_REQUESTS,
                        Topics.NEXT_STATE_REPLIES,
                        Topics.ANSWER_REQUESTS,
                        Topics.ANSWER_REPLIES)
                .map(topic -> topic(topic, Map.of(TopicConfig.RETENTION_MS_CONFIG, millis(Duration.ofHours(1)))));
        Stream<NewTopic> lasting = Stream.of(
                topic(Topics.DIALOGUE_EVENTS, Map.of(TopicConfig.RETENTION_MS_CONFIG, millis(Duration.ofDays(30)))),
                topic(Topics.ORDERS, Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)));
        return new KafkaAdmin.NewTopics(Stream.concat(requestAndReply, lasting).toArray(NewTopic[]::new));
    }

    @Bean
    ModelClient<NextStateRequest, NextStateReply> nextStateClient(
            KafkaConnectionDetails kafka, KafkaAdmin admin, JsonMapper json, MeterRegistry meters) {
        admin.initialize();
        return new ModelClient<>(
                Topics.NEXT_STATE_REQUESTS,
                Topics.NEXT_STATE_REPLIES,
                NextStateReply::requestId,
                brokers(kafka),
                json,
                meters);
    }

    @Bean
    ModelClient<AnswerRequest, AnswerReply> answerClient(
            KafkaConnectionDetails kafka, KafkaAdmin admin, JsonMapper json, MeterRegistry meters) {
        admin.initialize();
        return new ModelClient<>(
                Topics.ANSWER_REQUESTS, Topics.ANSWER_REPLIES, AnswerReply::requestId, brokers(kafka), json, meters);
    }

    @Bean("nextStateModel")
    ModelHealth nextStateHealth(ModelClient<NextStateRequest, NextStateReply> client) {
        return new ModelHealth(client);
    }

    @Bean("answerModel")
    ModelHealth answerHealth(ModelClient<AnswerRequest, AnswerReply> client) {
        return new ModelHealth(client);
    }

    private static Map<String, Object> brokers(KafkaConnectionDetails kafka) {
        List<String> servers = kafka.getBootstrapServers();
        return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers);
    }

    private static NewTopic topic(Topic<?> topic, Map<String, String> configuration) {
        return new NewTopic(topic.name(), PARTITIONS, (short) 1).configs(configuration);
    }

    private static String millis(Duration retention) {
        return Long.toString(retention.toMillis());
    }
}
