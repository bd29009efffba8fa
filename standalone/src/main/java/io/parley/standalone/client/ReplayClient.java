package io.parley.standalone.client;

import io.parley.contracts.replay.ReplayReport;
import io.parley.contracts.replay.TurnExplanation;
import io.parley.contracts.replay.TurnReplay;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Calls the gateway about recorded turns, as {@link GatewayClient} does about everything else. */
public final class ReplayClient {

    private static final Duration PLAYED_WITHIN = Duration.ofMinutes(5);

    private final GatewayClient gateway;

    ReplayClient(GatewayClient gateway) {
        this.gateway = gateway;
    }

    /** Plays every turn of a conversation again. */
    public ReplayReport conversation(String conversation) {
        return gateway.read(send(post(path(conversation) + "/replay")), ReplayReport.class);
    }

    /** Plays one turn again. */
    public TurnReplay turn(String conversation, int turn) {
        return gateway.read(send(post(path(conversation) + "/turns/" + turn + "/replay")), TurnReplay.class);
    }

    /**
     * Plays conversations again, some at a time.
     *
     * @param query which, and after which; see the REST API
     */
    public ReplayReport several(Map<String, String> query) {
        String encoded = query.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return gateway.read(send(post("/api/replays?" + encoded)), ReplayReport.class);
    }

    /** Why a reply was given. */
    public TurnExplanation explanation(String conversation, int turn) {
        HttpRequest.Builder request = gateway.request(path(conversation) + "/turns/" + turn + "/explanation")
                .GET();
        return gateway.read(send(request), TurnExplanation.class);
    }

    private HttpRequest.Builder post(String path) {
        return gateway.request(path).POST(BodyPublishers.noBody());
    }

    private byte[] send(HttpRequest.Builder request) {
        return gateway.send(gateway.asOperator(request), PLAYED_WITHIN);
    }

    private static String path(String conversation) {
        return "/api/conversations/" + GatewayClient.encoded(conversation);
    }
}
