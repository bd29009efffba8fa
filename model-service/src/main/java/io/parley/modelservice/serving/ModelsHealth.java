package io.parley.modelservice.serving;

import io.parley.modelservice.campaigns.Campaigns;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Up as soon as one campaign can be answered for; the details name the version of each, or that it has none yet, and
 * what should answer and cannot be loaded. The service names it: it is one of the parts of its health.
 */
public final class ModelsHealth implements HealthIndicator {

    private static final String NONE_YET = "none yet";

    private final Campaigns campaigns;
    private final ModelsInUse<?> models;

    public ModelsHealth(Campaigns campaigns, ModelsInUse<?> models) {
        this.campaigns = campaigns;
        this.models = models;
    }

    @Override
    public Health health() {
        Map<String, String> versions = models.versions();
        Health.Builder health = versions.isEmpty() ? Health.outOfService() : Health.up();
        for (String campaign : campaigns.ids()) {
            String version = versions.getOrDefault(campaign, NONE_YET);
            health.withDetail(
                    campaign,
                    models.refusal(campaign)
                            .map(refusal -> version + "; not " + refusal.version() + ": " + refusal.why())
                            .orElse(version));
        }
        return health.build();
    }
}
