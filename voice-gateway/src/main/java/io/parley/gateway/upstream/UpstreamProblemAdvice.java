package io.parley.gateway.upstream;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hands a service's problem document to the caller, under the address that the caller knows. Comes before the advice that takes
 * every exception.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UpstreamProblemAdvice {

    private static final String INSTANCE = "instance";

    private final JsonMapper json;

    UpstreamProblemAdvice(JsonMapper json) {
        this.json = json;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> pass(UpstreamProblem problem, HttpServletRequest request) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        problem.headers().forEach(answer::header);
        return answer.body(
                problem.read(json) instanceof ObjectNode document && document.has(INSTANCE)
                        ? json.writeValueAsBytes(document.put(INSTANCE, request.getRequestURI()))
                        : problem.document());
    }
}
