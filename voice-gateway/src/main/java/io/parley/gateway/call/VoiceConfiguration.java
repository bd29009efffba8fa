package io.parley.gateway.call;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** The engines of calls, loaded once the gateway serves everything else. */
@Configuration(proxyBeanMethods = false)
class VoiceConfiguration {

    @Bean(destroyMethod = "close")
    VoiceEngines voiceEngines() {
        return new VoiceEngines(
                () -> {
                    throw new IllegalStateException("there is no recogniser");
                },
                () -> {
                    throw new IllegalStateException("there is no synthesiser");
                });
    }

    @Bean
    Warming voiceWarming(VoiceEngines engines, VoiceProperties properties) {
        return new Warming(engines, properties);
    }

    /** Loads the engines when all else is ready, unless that is left to the first call. */
    record Warming(VoiceEngines engines, VoiceProperties properties) {

        @EventListener(ApplicationReadyEvent.class)
        void ready() {
            if (properties.preload()) {
                var _ = engines.load();
            }
        }
    }
}
