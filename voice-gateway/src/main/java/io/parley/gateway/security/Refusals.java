package io.parley.gateway.security;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** What is refused before it reaches a controller gets the same problem documents as what fails in one. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    private final HandlerExceptionResolver problems;

    /**
     * @param problems makes problem documents of faults
     */
    Refusals(HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, FaultException fault) {
        problems.resolveException(request, response, null, fault);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause) {
        if (cause instanceof TooManyFailedLoginsException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
            refuse(
                    request,
                    response,
                    new FaultException(
                            Fault.TOO_MANY_REQUESTS,
                            "Too many wrong passwords came from this address; wait a minute."));
        } else if (Paths.isCustomers(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            refuse(
                    request,
                    response,
                    new FaultException(
                            Fault.CREDENTIAL_MISSING,
                            "Send the conversation's token as 'Authorization: Bearer <token>'; it came when the"
                                    + " conversation began."));
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Parley operators\", charset=\"UTF-8\"");
            boolean tried = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
            refuse(
                    request,
                    response,
                    new FaultException(
                            Fault.CREDENTIAL_MISSING,
                            tried
                                    ? "The operator's name or password is wrong; the name is '" + OperatorLogin.USER
                                            + "'."
                                    : "Send the operator's name and password by HTTP Basic."));
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause) {
        refuse(
                request,
                response,
                new FaultException(
                        Fault.FORBIDDEN,
                        "A conversation opens to its customer's token only; operators read it under"
                                + " /api/operator/conversations."));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException cause) {
        refuse(request, response, new FaultException(Fault.REQUEST_INVALID, "The address or a header is malformed."));
    }
}
