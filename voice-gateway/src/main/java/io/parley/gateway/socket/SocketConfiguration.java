package io.parley.gateway.socket;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

/** Where the socket is, and how large its frames may be. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class SocketConfiguration implements WebSocketConfigurer {

    private final ConversationHandler handler;
    private final SocketHandshake handshake;
    private final DeskHandler desk;
    private final DeskHandshake deskHandshake;

    SocketConfiguration(
            ConversationHandler handler, SocketHandshake handshake, DeskHandler desk, DeskHandshake deskHandshake) {
        this.handler = handler;
        this.handshake = handshake;
        this.desk = desk;
        this.deskHandshake = deskHandshake;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        // Spring's own check of origins would refuse our page behind a proxy that ends TLS; the handshake checks them.
        registry.addHandler(handler, "/ws/conversations/{id}")
                .setAllowedOriginPatterns("*")
                .addInterceptors(handshake);
        registry.addHandler(desk, "/ws/desk").setAllowedOriginPatterns("*").addInterceptors(deskHandshake);
    }

    @Bean
    ServletServerContainerFactoryBean socketContainer(SocketProperties patience) {
        ServletServerContainerFactoryBean container = new ServletServerContainerFactoryBean();
        container.setMaxTextMessageBufferSize((int) patience.frameLimit().toBytes());
        container.setMaxBinaryMessageBufferSize((int) patience.frameLimit().toBytes());
        return container;
    }
}
