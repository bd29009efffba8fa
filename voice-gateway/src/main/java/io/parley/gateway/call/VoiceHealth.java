package io.parley.gateway.call;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Names the engines that hear and speak. Chats need neither, so the gateway is well without them. */
@Component("voiceHealthIndicator")
final class VoiceHealth implements HealthIndicator {

    private final VoiceEngines engines;

    VoiceHealth(VoiceEngines engines) {
        this.engines = engines;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        engines.loaded()
                .ifPresentOrElse(
                        loaded -> health.withDetail(
                                        "recognizer", loaded.recognizer().engine())
                                .withDetail("synthesizer", loaded.synthesizer().engine()),
                        () -> health.withDetail("engines", engines.hasFailed() ? "failed" : "not loaded"));
        return health.build();
    }
}
