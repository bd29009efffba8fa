package io.parley.orderflow.campaign;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the campaigns are.
 *
 * @param folder each folder in it that holds a {@code flow.yaml} is a campaign
 * @param versions where versions of campaigns are kept; the model services read what is published there
 * @param first the id of the campaign to offer before all others; absent means that they are offered by id
 * @param only the id of the one campaign to offer; absent means all. The model services learn every one all the same
 */
@ConfigurationProperties("parley.campaigns")
public record CampaignProperties(
        @DefaultValue("training-data") Path folder,
        @DefaultValue("data/campaign-versions") Path versions,
        @Nullable String first,
        @Nullable String only) {}
