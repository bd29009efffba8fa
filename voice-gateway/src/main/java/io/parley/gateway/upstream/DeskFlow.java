package io.parley.gateway.upstream;

import static io.parley.gateway.upstream.Upstream.path;

import io.parley.contracts.desk.AgentReplyRequest;
import io.parley.contracts.desk.AgentView;
import io.parley.contracts.desk.CloseRequest;
import io.parley.contracts.desk.DeskChanges;
import io.parley.contracts.desk.DeskView;
import io.parley.contracts.desk.HandOffDetail;
import io.parley.contracts.desk.ReturnRequest;
import io.parley.contracts.desk.TakeRequest;
import java.time.Duration;

/** The desk of the order-flow-service, as the gateway calls it for operators. */
public final class DeskFlow {

    private final Upstream service;
    private final Duration timeout;

    DeskFlow(Upstream service, UpstreamProperties properties) {
        this.service = service;
        this.timeout = properties.readTimeout();
    }

    public DeskView desk() {
        return get(path("desk"), DeskView.class);
    }

    /** What changed after that; the service waits some seconds for something to change. */
    public DeskChanges changes(String after) {
        return get(path("desk", "changes") + "?after=" + after, DeskChanges.class);
    }

    public AgentView here(String agent) {
        return service.call("PUT", path("desk", "agents", agent), null, null, AgentView.class, timeout);
    }

    public void gone(String agent) {
        service.tell("DELETE", path("desk", "agents", agent), null, timeout);
    }

    public HandOffDetail handOff(String id) {
        return get(path("desk", "hand-offs", id), HandOffDetail.class);
    }

    public HandOffDetail take(String id, TakeRequest request) {
        return act(id, "take", request);
    }

    public HandOffDetail reply(String id, AgentReplyRequest request) {
        return act(id, "replies", request);
    }

    public HandOffDetail giveBack(String id, ReturnRequest request) {
        return act(id, "return", request);
    }

    public HandOffDetail close(String id, CloseRequest request) {
        return act(id, "close", request);
    }

    /** Each of them done twice changes nothing the second time. */
    private HandOffDetail act(String id, String act, Object request) {
        return service.callTwice(
                "POST", path("desk", "hand-offs", id, act), null, request, HandOffDetail.class, timeout);
    }

    private <T> T get(String path, Class<T> type) {
        return service.call("GET", path, null, null, type, timeout);
    }
}
