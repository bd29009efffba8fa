package io.parley.orderflow.policy;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contracts.Topic;
import io.parley.contracts.Topics;
import io.parley.contracts.model.AnswerReply;
import io.parley.contracts.model.AnswerRequest;
import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.NextStateRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.NewTopic;
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
        return new KafkaAdmin.NewTopics(Stream.concat(
                        Stream.of(
                                        Topics.NEXT_STATE_REQUESTS,
                                        Topics.NEXT_STATE_REPLIES,
                                        Topics.ANSWER_REQUESTS,
                                        Topics.ANSWER_REPLIES,
                                        Topics.DIALOGUE_EVENTS,
                                        Topics.CALL_EVENTS,
                                        Topics.ORDERS)
                                .map(topic -> topic(topic, PARTITIONS)),
                        // Read from its beginning to its end, which only one partition has.
                        Stream.of(topic(Topics.CAMPAIGN_FACTS, 1)))
                .toArray(NewTopic[]::new));
    }

    private static NewTopic topic(Topic<?> topic, int partitions) {
        return new NewTopic(topic.name(), partitions, (short) 1).configs(topic.settings());
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
}
