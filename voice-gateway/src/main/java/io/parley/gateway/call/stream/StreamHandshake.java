package io.parley.gateway.call.stream;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/** Lets only whoever knows the secret stream calls, and nobody where none is set; some prove themselves in the start frame. */
@Component
final class StreamHandshake implements HandshakeInterceptor {

    static final String AUTHENTICATED = "stream.authenticated";
    private static final String BEARER = "Bearer ";

    private final StreamProperties properties;

    StreamHandshake(StreamProperties properties) {
        this.properties = properties;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        if (properties.secret() == null) {
            response.setStatusCode(HttpStatus.NOT_FOUND);
            return false;
        }
        @Nullable String token = token(request);
        if (token != null && !isSecret(token)) {
            response.setStatusCode(HttpStatus.FORBIDDEN);
            return false;
        }
        attributes.put(AUTHENTICATED, token != null);
        return true;
    }

    /** Compared in a time that tells nothing of the secret. */
    boolean isSecret(String token) {
        String secret = properties.secret();
        return secret != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String token(ServerHttpRequest request) {
        String authorization = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.startsWith(BEARER)) {
            return authorization.substring(BEARER.length());
        }
        return UriComponentsBuilder.fromUri(request.getURI())
                .build()
                .getQueryParams()
                .getFirst("token");
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
