package io.parley.gateway.upstream;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.edge.CorrelationFilter;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.web.util.UriUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One service behind the gateway. Every call carries the correlation id of the log's context. What a service refuses
 * leaves as {@link UpstreamProblem}; that it does not answer, or not sensibly, as {@link FaultException}.
 */
public final class Upstream {

    private static final Logger log = LoggerFactory.getLogger(Upstream.class);
    private static final String JSON = "application/json";
    private static final String EVENTS = "text/event-stream";
    private static final List<String> PASSED_WITH_PROBLEMS = List.of("Retry-After", "WWW-Authenticate");

    private final String name;
    private final String base;
    private final HttpClient http;
    private final Executor executor;
    private final JsonMapper json;
    private final MeterRegistry meters;

    /**
     * @param name how people call the service
     * @param executor hands uploads on, chunk by chunk
     */
    Upstream(String name, URI base, HttpClient http, Executor executor, JsonMapper json, MeterRegistry meters) {
        this.name = name;
        this.base = base.toString().replaceAll("/+$", "");
        this.http = http;
        this.executor = executor;
        this.json = json;
        this.meters = meters;
    }

    /** A path of these segments, each encoded. */
    static String path(String... segments) {
        StringBuilder path = new StringBuilder();
        for (String segment : segments) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                throw new FaultException(Fault.NOT_FOUND, "There is nothing at this address.");
            }
            path.append('/').append(UriUtils.encodePathSegment(segment, StandardCharsets.UTF_8));
        }
        return path.toString();
    }

    /**
     * Asks, and reads the answer as JSON.
     *
     * @param authorization the caller's, or null
     * @param body sent as JSON; null for none
     */
    <T> T call(
            String method,
            String path,
            @Nullable String authorization,
            @Nullable Object body,
            Class<T> type,
            Duration timeout) {
        return read(accepted(send(request(method, path, authorization, body), timeout)), type);
    }

    /** As {@link #call}, but what a dying connection may have swallowed is sent once more; only for what does not add up. */
    <T> T callTwice(
            String method, String path, @Nullable String authorization, Object body, Class<T> type, Duration timeout) {
        HttpRequest request = request(method, path, authorization, body);
        HttpResponse<byte[]> response;
        try {
            response = send(request, timeout);
        } catch (FaultException e) {
            // A connection kept alive turns out to be dead only when it is used; a restarted service shall cost no
            // turn.
            boolean swallowed = e.getCause() instanceof IOException
                    && !(e.getCause() instanceof ConnectException)
                    && !(e.getCause() instanceof HttpTimeoutException);
            if (!swallowed) {
                throw e;
            }
            response = send(request, timeout);
        }
        return read(accepted(response), type);
    }

    /** Asks for something that is answered by a status alone. */
    void tell(String method, String path, @Nullable String authorization, Duration timeout) {
        accepted(send(request(method, path, authorization, null), timeout));
    }

    /** Forwards a request as it came, body and all, and gives the answer as it comes. */
    public UpstreamAnswer forward(UpstreamRequest incoming, Duration timeout) {
        Upload upload = new Upload(executor, incoming.body(), incoming.length(), incoming.mostBytes());
        HttpRequest.Builder request = to(incoming.path()).timeout(timeout).method(incoming.method(), upload.body());
        incoming.contentType().ifPresent(type -> request.header("Content-Type", type));
        incoming.accept().ifPresent(type -> request.header("Accept", type));
        CompletableFuture<HttpResponse<UpstreamBody>> pending = http.sendAsync(request.build(), WHOLE_OR_EVENTS);
        try {
            upload.pump(pending);
        } catch (FaultException e) {
            pending.cancel(true);
            throw e;
        }
        HttpResponse<UpstreamBody> response = await(pending, timeout);
        if (response.body() instanceof UpstreamBody.Whole whole) {
            refuseProblems(response.statusCode(), response.headers(), whole.bytes());
        }
        HttpHeaders headers = response.headers();
        return new UpstreamAnswer(
                response.statusCode(),
                headers.firstValue("Content-Type"),
                headers.firstValue("Location"),
                response.body());
    }

    /** Whether the service says that it is well. */
    boolean isUp(Duration timeout) {
        try {
            HttpRequest request = to("/actuator/health").GET().build();
            return http.sendAsync(request, BodyHandlers.discarding())
                            .get(timeout.toMillis(), TimeUnit.MILLISECONDS)
                            .statusCode()
                    < 400;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpRequest.Builder to(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        String correlation = MDC.get(CorrelationFilter.MDC_KEY);
        return correlation == null ? request : request.header(CorrelationFilter.HEADER, correlation);
    }

    private HttpRequest request(String method, String path, @Nullable String authorization, @Nullable Object body) {
        HttpRequest.Builder request = to(path).header("Accept", JSON);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        if (body == null) {
            return request.method(method, BodyPublishers.noBody()).build();
        }
        return request.header("Content-Type", JSON)
                .method(method, BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                .build();
    }

    private byte[] accepted(HttpResponse<byte[]> response) {
        refuseProblems(response.statusCode(), response.headers(), response.body());
        return response.body();
    }

    private HttpResponse<byte[]> send(HttpRequest request, Duration timeout) {
        return await(http.sendAsync(request, BodyHandlers.ofByteArray()), timeout);
    }

    private <B> HttpResponse<B> await(CompletableFuture<HttpResponse<B>> pending, Duration timeout) {
        long start = System.nanoTime();
        String outcome = "unavailable";
        try {
            HttpResponse<B> response = pending.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            outcome = response.statusCode() < 400 ? "answered" : "refused";
            return response;
        } catch (TimeoutException e) {
            pending.cancel(true);
            throw tooSlow(timeout, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof HttpTimeoutException cause && !(cause instanceof HttpConnectTimeoutException)) {
                throw tooSlow(timeout, cause);
            }
            if (e.getCause() instanceof IOException cause) {
                throw unavailable("cannot be reached", cause);
            }
            throw new IllegalStateException("A call to " + name + " failed.", e);
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            throw unavailable("was not waited for, because the gateway stops", e);
        } finally {
            meters.timer("parley.upstream.calls", "service", name, "outcome", outcome)
                    .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }

    private FaultException tooSlow(Duration timeout, Exception cause) {
        return unavailable("did not answer within " + timeout.toMillis() / 1000.0 + " s", cause);
    }

    private FaultException unavailable(String what, Exception cause) {
        log.atWarn()
                .addKeyValue("service", name)
                .addKeyValue("cause", cause.toString())
                .log("a service " + what);
        return new FaultException(
                Fault.SERVICE_UNAVAILABLE, "The " + name + " " + what + "; try again in a moment.", cause);
    }

    private void refuseProblems(int status, HttpHeaders headers, byte[] body) {
        if (status < 400) {
            return;
        }
        Optional<String> type = headers.firstValue("Content-Type");
        if (type.isPresent() && type.get().startsWith("application/problem+json")) {
            Map<String, String> passed = new HashMap<>();
            for (String header : PASSED_WITH_PROBLEMS) {
                headers.firstValue(header).ifPresent(value -> passed.put(header, value));
            }
            throw new UpstreamProblem(status, body, passed);
        }
        log.atError()
                .addKeyValue("service", name)
                .addKeyValue("status", status)
                .log("a service refused without a problem document; is its address right?");
        throw new FaultException(
                status >= 500 ? Fault.SERVICE_UNAVAILABLE : Fault.UNEXPECTED,
                "The " + name + " answered " + status + " and did not say why.");
    }

    private <T> T read(byte[] body, Class<T> type) {
        try {
            return json.readValue(body, type);
        } catch (JacksonException e) {
            throw new IllegalStateException("The " + name + " answered with something that is no " + type, e);
        }
    }

    private static final BodyHandler<UpstreamBody> WHOLE_OR_EVENTS = response -> {
        boolean events = response.statusCode() < 400
                && response.headers().firstValue("Content-Type").orElse("").startsWith(EVENTS);
        return events
                ? BodySubscribers.mapping(BodySubscribers.ofInputStream(), UpstreamBody.Events::new)
                : BodySubscribers.mapping(BodySubscribers.ofByteArray(), UpstreamBody.Whole::new);
    };
}
