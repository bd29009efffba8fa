package io.parley.qa.serving;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contracts.Topic;
import io.parley.contracts.Topics;
import io.parley.neural.encoder.TextEncoder;
import io.parley.neural.registry.ModelRegistry;
import io.parley.qa.jobs.TrainingProperties;
import io.parley.qa.recall.PhraseEncoder;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** The registry, the topics and the encoders with their metrics. */
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
        return new ModelRegistry(properties.folder(), "answers", clock);
    }

    @Bean
    KafkaAdmin.NewTopics answerTopics() {
        return new KafkaAdmin.NewTopics(topic(Topics.ANSWER_REQUESTS), topic(Topics.ANSWER_REPLIES));
    }

    @Bean
    PhraseEncoder phraseEncoder(TrainingProperties properties, MeterRegistry meters) {
        List<TextEncoder> encoders =
                properties.encoders().stream().map(TextEncoder::shared).toList();
        for (TextEncoder encoder : encoders) {
            Gauge.builder(
                            "text.encoder.cache.hit.rate",
                            encoder,
                            it -> it.cacheUse().hitRate())
                    .description("texts found in the cache of encodings, among all")
                    .tag("encoder", encoder.pretrained().id())
                    .register(meters);
        }
        return new PhraseEncoder(encoders);
    }

    private static NewTopic topic(Topic<?> topic) {
        return TopicBuilder.name(topic.name())
                .partitions(PARTITIONS)
                .configs(topic.settings())
                .build();
    }
}
