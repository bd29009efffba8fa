package io.parley.intent.serving;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.parley.contracts.Topic;
import io.parley.contracts.Topics;
import io.parley.intent.training.TrainingProperties;
import io.parley.neural.encoder.Pretrained;
import io.parley.neural.encoder.TextEncoder;
import io.parley.neural.registry.ModelRegistry;
import java.time.Clock;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** The registry, the topics and the encoder's metrics. */
@Configuration(proxyBeanMethods = false)
class ServingConfiguration {

    /** As many as there are cores to answer with on a small machine. */
    private static final int PARTITIONS = 2;

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
        return new KafkaAdmin.NewTopics(topic(Topics.NEXT_STATE_REQUESTS), topic(Topics.NEXT_STATE_REPLIES));
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

    private static NewTopic topic(Topic<?> topic) {
        return TopicBuilder.name(topic.name())
                .partitions(PARTITIONS)
                .configs(topic.settings())
                .build();
    }
}
