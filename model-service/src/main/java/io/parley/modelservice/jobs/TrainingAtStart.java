package io.parley.modelservice.jobs;

import io.parley.modelservice.campaigns.Campaigns;
import io.parley.neural.jobs.TrainingJobs;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings every campaign's model up to date when the service starts, without holding the start up. */
@Configuration(proxyBeanMethods = false)
class TrainingAtStart {

    @Bean
    ApplicationRunner trainAtStart(
            Campaigns campaigns,
            ModelTraining<?, ?> training,
            CampaignsOfOthers others,
            ObjectProvider<LaterCampaigns> later) {
        return (ApplicationArguments arguments) -> {
            List<String> all = campaigns.ids();
            all.forEach(training::load);
            all.stream()
                    .limit(1)
                    .forEach(first -> others.settle(() -> training.trainIfOutdated(first, TrainingJobs.URGENT)));
            Runnable rest = () -> all.stream()
                    .skip(1)
                    .forEach(campaign -> others.settle(() -> training.trainIfOutdated(campaign, TrainingJobs.NORMAL)));
            LaterCampaigns gate = later.getIfAvailable();
            if (gate == null) {
                rest.run();
            } else {
                gate.mayLearn(rest);
            }
        };
    }
}
