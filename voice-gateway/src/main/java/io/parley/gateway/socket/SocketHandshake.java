package io.parley.gateway.socket;

import io.parley.gateway.security.Origins;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Lets only pages of our own or of allowed origins open a socket, and notes which conversation it is for. */
@Component
public final class SocketHandshake implements HandshakeInterceptor {

    /** The attribute of a session with the conversation that it is for. */
    public static final String CONVERSATION = "conversation";

    private final Origins origins;

    SocketHandshake(Origins origins) {
        this.origins = origins;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        HttpHeaders headers = request.getHeaders();
        if (!origins.admits(headers.getOrigin(), headers.getFirst(HttpHeaders.HOST))) {
            response.setStatusCode(HttpStatus.FORBIDDEN);
            return false;
        }
        if (request instanceof ServletServerHttpRequest servlet
                && servlet.getServletRequest().getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                        instanceof Map<?, ?> variables
                && variables.get("id") instanceof String id) {
            attributes.put(CONVERSATION, id);
            return true;
        }
        response.setStatusCode(HttpStatus.NOT_FOUND);
        return false;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {
        // The socket's own events tell the rest.
    }
}
