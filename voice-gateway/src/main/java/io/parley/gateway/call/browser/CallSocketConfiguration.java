package io.parley.gateway.call.browser;

import io.parley.gateway.socket.SocketHandshake;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/** Where pages call. The handshake checks where the page is from. */
@Configuration(proxyBeanMethods = false)
class CallSocketConfiguration implements WebSocketConfigurer {

    private final CallHandler handler;
    private final SocketHandshake handshake;

    CallSocketConfiguration(CallHandler handler, SocketHandshake handshake) {
        this.handler = handler;
        this.handshake = handshake;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(handler, "/ws/calls/{id}")
                .setAllowedOriginPatterns("*")
                .addInterceptors(handshake);
    }
}
