package io.parley.intent.jobs;

import io.parley.intent.campaigns.Campaigns;
import io.parley.neural.jobs.TrainingJobs;
import java.time.Clock;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings every campaign's model up to date when the service starts, without holding the start up. */
@Configuration(proxyBeanMethods = false)
class TrainingAtStart {

    @Bean(destroyMethod = "close")
    TrainingJobs trainingJobs(Clock clock) {
        return new TrainingJobs("next-state", clock);
    }

    @Bean
    ApplicationRunner trainAtStart(Campaigns campaigns, NextStateTraining training) {
        return (ApplicationArguments arguments) -> {
            int priority = TrainingJobs.URGENT;
            for (String campaign : campaigns.ids()) {
                training.bringUpToDate(campaign, priority);
                priority = TrainingJobs.NORMAL;
            }
        };
    }
}
