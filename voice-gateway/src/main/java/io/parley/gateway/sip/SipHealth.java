package io.parley.gateway.sip;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether telephones can call. A taken port takes the gateway down for nobody else, so it is told, not failed. */
final class SipHealth implements HealthIndicator {

    private final SipProperties properties;
    private final SipServer server;

    SipHealth(SipProperties properties, SipServer server) {
        this.properties = properties;
        this.server = server;
    }

    @Override
    public Health health() {
        Health.Builder health = server.trouble().isEmpty() ? Health.up() : Health.unknown();
        if (!server.trouble().isEmpty()) {
            health.withDetail("trouble", server.trouble());
        }
        return health.withDetail("address", properties.host() + ":" + properties.port())
                .withDetail(
                        "rtpPorts",
                        properties.rtpPorts().from() + "-"
                                + properties.rtpPorts().to())
                .withDetail("rtpPortsInUse", server.portsInUse())
                .withDetail("calls", server.calls())
                .withDetail("registration", server.registration())
                .withDetail("refusedForeign", server.refusedForeign())
                .withDetail("refusedTooMany", server.refusedTooMany())
                .build();
    }
}
