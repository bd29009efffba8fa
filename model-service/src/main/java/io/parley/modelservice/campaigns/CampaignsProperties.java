package io.parley.modelservice.campaigns;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where campaigns are.
 *
 * @param folder one folder a campaign in it
 * @param versions where versions of campaigns are kept; one that is published counts in place of the campaign's folder
 * @param first the campaign to train before all others; none by default
 */
@ConfigurationProperties("parley.campaigns")
public record CampaignsProperties(
        @DefaultValue("training-data") Path folder,
        @DefaultValue("data/campaign-versions") Path versions,
        @Nullable String first) {}
