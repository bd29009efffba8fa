package io.parley.edge;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Every exception that leaves a controller becomes a problem document; what we did not foresee is logged once, here. */
@RestControllerAdvice
public final class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    public ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> fault(FaultException e) {
        if (e.fault().kind() == Fault.Kind.INTERNAL) {
            log.atError().setCause(e).addKeyValue("fault", e.fault().code()).log("fault");
        }
        return answer(e.fault(), String.valueOf(e.getMessage()), e.problems());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(MethodArgumentNotValidException e) {
        List<String> fields = e.getBindingResult().getFieldErrors().stream()
                .map(error -> error.getField() + " " + error.getDefaultMessage())
                .sorted()
                .toList();
        return answer(Fault.REQUEST_INVALID, "Correct these fields: " + String.join("; ", fields), fields);
    }

    @ExceptionHandler({
        HttpMessageNotReadableException.class,
        ServletRequestBindingException.class,
        MethodArgumentTypeMismatchException.class,
        HandlerMethodValidationException.class,
        HttpMediaTypeException.class
    })
    ResponseEntity<ProblemDetail> unreadable(Exception e) {
        String detail = switch (e) {
            case MethodArgumentTypeMismatchException mismatch ->
                "'" + mismatch.getName() + "' has a value of the wrong type.";
            case ErrorResponse response -> String.valueOf(response.getBody().getDetail());
            default -> "The body is not the JSON this address takes; the OpenAPI document shows it.";
        };
        return answer(Fault.REQUEST_INVALID, detail, List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException e) {
        return answer(
                Fault.REQUEST_TOO_LARGE, "The uploaded file is too large; split it or point at a path.", List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noSuchAddress(NoResourceFoundException e) {
        return answer(Fault.NOT_FOUND, "Nothing is served at /" + e.getResourcePath() + ".", List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongMethod(HttpRequestMethodNotSupportedException e) {
        return answer(Fault.METHOD_NOT_ALLOWED, "Not by " + e.getMethod() + "; see the OpenAPI document.", List.of());
    }

    @ExceptionHandler
    void clientLeft(AsyncRequestNotUsableException e) {
        log.atDebug().log("the client left before its answer was written");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unforeseen(Exception e) throws IOException {
        if (e instanceof ErrorResponseException response) {
            HttpStatusCode status = response.getStatusCode();
            if (status.is4xxClientError()) {
                return answer(
                        Fault.REQUEST_INVALID, String.valueOf(response.getBody().getDetail()), List.of());
            }
        }
        log.atError().setCause(e).log("unforeseen failure of a request");
        return answer(
                Fault.UNEXPECTED, "The log has the cause under the correlation id; try again, or tell us.", List.of());
    }

    private ResponseEntity<ProblemDetail> answer(Fault fault, String detail, List<String> all) {
        return ResponseEntity.status(fault.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.of(fault, detail, all));
    }
}
