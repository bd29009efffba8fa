package io.parley.orderflow.policy;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether a model answered when it was last asked. Not asked yet counts as well; a silent model does not stop sales. */
final class ModelHealth implements HealthIndicator {

    private final ModelClient<?, ?> client;

    ModelHealth(ModelClient<?, ?> client) {
        this.client = client;
    }

    @Override
    public Health health() {
        Health.Builder health = client.answeredLast() ? Health.up() : Health.status("DEGRADED");
        return health.withDetail("topic", client.topic()).build();
    }
}
