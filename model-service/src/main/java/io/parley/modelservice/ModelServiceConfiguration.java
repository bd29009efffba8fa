package io.parley.modelservice;

import io.parley.modelservice.campaigns.CampaignsProperties;
import io.parley.modelservice.family.ModelFamily;
import io.parley.modelservice.serving.ModelsProperties;
import io.parley.neural.jobs.JobQueue;
import io.parley.neural.jobs.StudyJobs;
import io.parley.neural.jobs.TrainingJobs;
import io.parley.neural.registry.ModelRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * Makes a model service of an application that has a {@link ModelFamily}, an
 * {@link io.parley.modelservice.serving.Answering} and a {@link io.parley.modelservice.family.TrainingPlan}.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableConfigurationProperties({CampaignsProperties.class, ModelsProperties.class})
public class ModelServiceConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ModelRegistry modelRegistry(ModelsProperties properties, ModelFamily<?, ?> family, Clock clock) {
        return new ModelRegistry(properties.folder(), family.names().kind(), clock);
    }

    @Bean(destroyMethod = "close")
    JobQueue jobQueue(ModelFamily<?, ?> family, Clock clock) {
        return new JobQueue(family.names().kind(), clock);
    }

    @Bean
    TrainingJobs trainingJobs(JobQueue queue) {
        return new TrainingJobs(queue);
    }

    @Bean
    StudyJobs studyJobs(JobQueue queue) {
        return new StudyJobs(queue);
    }
}
