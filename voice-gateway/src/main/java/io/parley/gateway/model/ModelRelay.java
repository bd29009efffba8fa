package io.parley.gateway.model;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.gateway.upstream.ModelKind;
import io.parley.gateway.upstream.ModelServices;
import io.parley.gateway.upstream.UpstreamAnswer;
import io.parley.gateway.upstream.UpstreamBody;
import io.parley.gateway.upstream.UpstreamRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;

/** Carries a request to a model service and its answer back, large uploads and endless events included. */
@Component
final class ModelRelay {

    private static final Logger log = LoggerFactory.getLogger(ModelRelay.class);
    private static final String PREFIX = "/api/models/";

    private final ModelServices services;
    private final ModelProperties properties;
    private final Set<InputStream> eventStreams = ConcurrentHashMap.newKeySet();

    ModelRelay(ModelServices services, ModelProperties properties) {
        this.services = services;
        this.properties = properties;
    }

    void relay(String kind, ServletWebRequest exchange) throws IOException {
        ModelKind model = model(kind);
        HttpServletRequest request = exchange.getRequest();
        answer(model, services.forward(model, incoming(model, request, request.getInputStream())), response(exchange));
    }

    /** The same where the body was read already. */
    void relay(String kind, ServletWebRequest exchange, byte[] body) {
        ModelKind model = model(kind);
        InputStream read = new ByteArrayInputStream(body);
        answer(model, services.forward(model, incoming(model, exchange.getRequest(), read)), response(exchange));
    }

    /** For what may take minutes. */
    void relayPatiently(String kind, ServletWebRequest exchange) throws IOException {
        ModelKind model = model(kind);
        HttpServletRequest request = exchange.getRequest();
        answer(
                model,
                services.forwardPatiently(model, incoming(model, request, request.getInputStream())),
                response(exchange));
    }

    /** Events would keep a stopping gateway waiting for as long as a training takes. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        eventStreams.forEach(ModelRelay::close);
    }

    private UpstreamRequest incoming(ModelKind model, HttpServletRequest request, InputStream body) {
        String rest = request.getRequestURI()
                .substring(request.getContextPath().length()
                        + PREFIX.length()
                        + model.label().length());
        String query = request.getQueryString();
        boolean chunked = request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        return new UpstreamRequest(
                request.getMethod(),
                "/models" + rest + (query == null ? "" : "?" + query),
                Optional.ofNullable(request.getContentType()),
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)),
                body,
                chunked ? -1 : Math.max(0, request.getContentLengthLong()),
                properties.uploadLimit().toBytes());
    }

    private void answer(ModelKind model, UpstreamAnswer answer, HttpServletResponse response) {
        response.setStatus(answer.status());
        answer.contentType().ifPresent(response::setContentType);
        answer.location()
                .map(location -> ours(model, location))
                .ifPresent(location -> response.setHeader(HttpHeaders.LOCATION, location));
        switch (answer.body()) {
            case UpstreamBody.Whole whole -> {
                response.setContentLength(whole.bytes().length);
                write(whole.bytes(), response);
            }
            case UpstreamBody.Events(InputStream events) -> {
                // Proxies in front of us would otherwise hold the events back until they have a buffer full.
                response.setHeader("X-Accel-Buffering", "no");
                pass(events, response);
            }
        }
    }

    private static HttpServletResponse response(ServletWebRequest exchange) {
        return Objects.requireNonNull(exchange.getResponse(), "a controller always has a response");
    }

    private static void write(byte[] bytes, HttpServletResponse response) {
        try {
            response.getOutputStream().write(bytes);
        } catch (IOException e) {
            log.atDebug().log("the client left before its answer was written");
        }
    }

    private void pass(InputStream events, HttpServletResponse response) {
        eventStreams.add(events);
        try (events) {
            response.flushBuffer();
            OutputStream client = response.getOutputStream();
            byte[] chunk = new byte[8 * 1024];
            for (int read = events.read(chunk); read >= 0; read = events.read(chunk)) {
                client.write(chunk, 0, read);
                client.flush();
            }
        } catch (IOException e) {
            // Either side may leave at any time; a client that still wants to know asks again.
            log.atDebug().addKeyValue("cause", e.toString()).log("events broke off");
        } finally {
            eventStreams.remove(events);
        }
    }

    private static void close(InputStream events) {
        try {
            events.close();
        } catch (IOException e) {
            log.atDebug().addKeyValue("cause", e.toString()).log("events could not be closed");
        }
    }

    /** What the service calls {@code /models/…} is {@code /api/models/{kind}/…} here. */
    private static String ours(ModelKind model, String location) {
        int path = location.indexOf("/models/");
        return path < 0 ? location : PREFIX + model.label() + location.substring(path + "/models".length());
    }

    private static ModelKind model(String kind) {
        return Arrays.stream(ModelKind.values())
                .filter(model -> model.label().equals(kind))
                .findFirst()
                .orElseThrow(() -> new FaultException(
                        Fault.NOT_FOUND, "There is no model '" + kind + "'; there are next-state and answers."));
    }
}
