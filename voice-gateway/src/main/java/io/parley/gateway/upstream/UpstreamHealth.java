package io.parley.gateway.upstream;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Health of one service as the gateway sees it. */
final class UpstreamHealth implements HealthIndicator {

    private final Upstream service;
    private final String address;
    private final Duration timeout;

    UpstreamHealth(Upstream service, String address, Duration timeout) {
        this.service = service;
        this.address = address;
        this.timeout = timeout;
    }

    @Override
    public Health health() {
        Health.Builder health = service.isUp(timeout) ? Health.up() : Health.down();
        return health.withDetail("address", address).build();
    }
}
