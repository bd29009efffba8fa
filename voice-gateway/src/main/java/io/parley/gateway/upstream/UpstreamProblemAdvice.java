package io.parley.gateway.upstream;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Hands a service's problem document to the caller. Comes before the advice that takes every exception. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UpstreamProblemAdvice {

    @ExceptionHandler
    ResponseEntity<byte[]> pass(UpstreamProblem problem) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        problem.headers().forEach(answer::header);
        return answer.body(problem.document());
    }
}
