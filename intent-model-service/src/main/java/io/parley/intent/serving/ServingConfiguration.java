package io.parley.intent.serving;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.parley.contracts.Topics;
import io.parley.intent.training.TrainingProperties;
import io.parley.neural.encoder.Pretrained;
import io.parley.neural.encoder.TextEncoder;
import io.parley.neural.registry.ModelRegistry;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** The registry, the topics and the encoder's metrics. */
@Configuration(proxyBeanMethods = false)
class ServingConfiguration {

    /** As many as there are cores to answer with on a small machine. */
    private static final int PARTITIONS = 2;

    private static final Duration RETENTION = Duration.ofHours(1);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ModelRegistry modelRegistry(ModelsProperties properties, Clock clock) {
        return new ModelRegistry(properties.folder(), "next-state", clock);
    }

    @Bean
    KafkaAdmin.NewTopics nextStateTopics() {
        return new KafkaAdmin.NewTopics(
                topic(Topics.NEXT_STATE_REQUESTS.name()), topic(Topics.NEXT_STATE_REPLIES.name()));
    }

    @Bean
    MeterBinder textEncoders(TrainingProperties properties) {
        return meters -> {
            for (Pretrained pretrained : properties.encoders()) {
                Gauge.builder(
                                "text.encoder.cache.hit.rate",
                                TextEncoder.shared(pretrained),
                                it -> it.cacheUse().hitRate())
                        .description("texts found in the cache of encodings, among all")
                        .tag("encoder", pretrained.id())
                        .register(meters);
            }
        };
    }

    private static NewTopic topic(String name) {
        return TopicBuilder.name(name)
                .partitions(PARTITIONS)
                .config(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(RETENTION.toMillis()))
                .build();
    }
}
