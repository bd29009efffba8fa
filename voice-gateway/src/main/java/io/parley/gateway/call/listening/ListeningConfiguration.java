package io.parley.gateway.call.listening;

import io.parley.gateway.socket.DeskHandshake;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/** Where operators hear calls: from our own pages, and from what is no page. */
@Configuration(proxyBeanMethods = false)
class ListeningConfiguration implements WebSocketConfigurer {

    private final ListeningProperties properties;
    private final ListenHandler handler;
    private final DeskHandshake handshake;

    ListeningConfiguration(ListeningProperties properties, ListenHandler handler, DeskHandshake handshake) {
        this.properties = properties;
        this.handler = handler;
        this.handshake = handshake;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        if (properties.enabled()) {
            registry.addHandler(handler, "/ws/listen/{call}")
                    .setAllowedOriginPatterns("*")
                    .addInterceptors(handshake);
        }
    }
}
