package io.parley.gateway.call.stream;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/** Where providers stream to. They are no browsers, so there is no origin to check. */
@Configuration(proxyBeanMethods = false)
class StreamConfiguration implements WebSocketConfigurer {

    private final StreamHandler handler;
    private final StreamHandshake handshake;

    StreamConfiguration(StreamHandler handler, StreamHandshake handshake) {
        this.handler = handler;
        this.handshake = handshake;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(handler, "/ws/media-streams")
                .setAllowedOriginPatterns("*")
                .addInterceptors(handshake);
    }
}
