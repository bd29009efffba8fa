package io.parley.modelservice.jobs;

import io.parley.modelservice.campaigns.Campaigns;
import io.parley.neural.jobs.TrainingJobs;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings every campaign's model up to date when the service starts, without holding the start up. */
@Configuration(proxyBeanMethods = false)
class TrainingAtStart {

    @Bean
    ApplicationRunner trainAtStart(Campaigns campaigns, ModelTraining<?, ?> training) {
        return (ApplicationArguments arguments) -> {
            int priority = TrainingJobs.URGENT;
            for (String campaign : campaigns.ids()) {
                training.bringUpToDate(campaign, priority);
                priority = TrainingJobs.NORMAL;
            }
        };
    }
}
