package io.parley.intent.serving;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.parley.intent.training.TrainingProperties;
import io.parley.modelservice.campaigns.Campaigns;
import io.parley.modelservice.family.TrainingPlan;
import io.parley.modelservice.serving.EncoderMetrics;
import io.parley.modelservice.serving.ModelsHealth;
import io.parley.modelservice.serving.ModelsInUse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the model service is told, and what it shows under our names. */
@Configuration(proxyBeanMethods = false)
class ServingConfiguration {

    @Bean
    TrainingPlan trainingPlan(TrainingProperties properties) {
        return new TrainingPlan(properties.onStart(), properties.dataFolder(), properties.seed());
    }

    @Bean
    ModelsHealth nextStateModels(Campaigns campaigns, ModelsInUse<?> models) {
        return new ModelsHealth(campaigns, models);
    }

    @Bean
    MeterBinder textEncoders(TrainingProperties properties) {
        return EncoderMetrics.of(properties.encoders());
    }
}
