package io.parley.orderflow.campaign;

import io.parley.campaign.version.VersionShelf;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CampaignConfiguration {

    @Bean
    VersionShelf versionShelf(CampaignProperties properties) {
        return new VersionShelf(properties.folder(), properties.versions());
    }
}
