package io.parley.gateway.socket;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.edge.CorrelationFilter;
import io.parley.edge.Problems;
import io.parley.gateway.upstream.UpstreamProblem;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says frames to clients, and why something failed as such a frame. */
@Component
final class Speech {

    private static final Logger log = LoggerFactory.getLogger(Speech.class);

    private final Problems problems;
    private final JsonMapper json;

    Speech(Problems problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
    }

    void send(ClientSocket socket, ServerFrame frame) {
        socket.send(json.writeValueAsString(frame));
    }

    /** Says why, and if the client has not authenticated ends it: it may come again. */
    void refuse(ClientSocket socket, RuntimeException cause) {
        ServerFrame.Problem problem = problem(null, cause);
        send(socket, problem);
        if (socket.authorization() == null) {
            socket.close(problem.retriable() ? CloseStatus.SERVICE_OVERLOAD : CloseStatus.POLICY_VIOLATION);
        }
    }

    /** @param turnId the turn that failed; null if it was something else */
    ServerFrame.Problem problem(@Nullable String turnId, RuntimeException cause) {
        return switch (cause) {
            case UpstreamProblem upstream -> {
                JsonNode document = upstream.read(json);
                yield new ServerFrame.Problem(
                        turnId,
                        upstream.status(),
                        document.path("title").asString(""),
                        document.path("detail").asString(""),
                        document.path("retriable").asBoolean(upstream.status() >= 500));
            }
            case FaultException fault -> problem(turnId, fault.fault(), String.valueOf(fault.getMessage()));
            default -> {
                log.atError().setCause(cause).log("unforeseen failure of a turn");
                yield problem(
                        turnId,
                        Fault.UNEXPECTED,
                        "The log has the cause under the correlation id " + MDC.get(CorrelationFilter.MDC_KEY) + ".");
            }
        };
    }

    private ServerFrame.Problem problem(@Nullable String turnId, Fault fault, String detail) {
        ProblemDetail document = problems.of(fault, detail, List.of());
        return new ServerFrame.Problem(
                turnId, document.getStatus(), Objects.requireNonNull(document.getTitle()), detail, fault.retriable());
    }
}
