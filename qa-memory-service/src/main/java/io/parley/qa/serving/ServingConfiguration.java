package io.parley.qa.serving;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.parley.modelservice.campaigns.Campaigns;
import io.parley.modelservice.family.TrainingPlan;
import io.parley.modelservice.serving.EncoderMetrics;
import io.parley.modelservice.serving.ModelsHealth;
import io.parley.modelservice.serving.ModelsInUse;
import io.parley.qa.jobs.TrainingProperties;
import io.parley.qa.recall.PhraseEncoder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The encoder; what the model service is told, and what it shows under our names. */
@Configuration(proxyBeanMethods = false)
class ServingConfiguration {

    @Bean
    PhraseEncoder phraseEncoder(TrainingProperties properties) {
        return PhraseEncoder.shared(properties.encoders());
    }

    @Bean
    TrainingPlan trainingPlan(TrainingProperties properties) {
        return new TrainingPlan(properties.onStart(), properties.dataFolder(), properties.seed());
    }

    @Bean
    ModelsHealth answerModels(Campaigns campaigns, ModelsInUse<?> models) {
        return new ModelsHealth(campaigns, models);
    }

    @Bean
    MeterBinder textEncoders(TrainingProperties properties) {
        return EncoderMetrics.of(properties.encoders());
    }
}
