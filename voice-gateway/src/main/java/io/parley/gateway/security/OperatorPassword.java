package io.parley.gateway.security;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks the operator's password where it does not come in a header: in a socket's first frame. */
@Component
public final class OperatorPassword {

    private final OperatorLogin login;

    OperatorPassword(OperatorLogin login) {
        this.login = login;
    }

    /**
     * @param address of whoever gives it; who guesses is not listened to for a while
     * @throws FaultException {@link Fault#TOO_MANY_REQUESTS}
     */
    public boolean isRight(String given, String address) {
        UsernamePasswordAuthenticationToken attempt =
                UsernamePasswordAuthenticationToken.unauthenticated(OperatorLogin.USER, given);
        attempt.setDetails(new WebAuthenticationDetails(address, null));
        try {
            return login.authenticate(attempt).isAuthenticated();
        } catch (BadCredentialsException e) {
            return false;
        } catch (TooManyFailedLoginsException e) {
            throw new FaultException(
                    Fault.TOO_MANY_REQUESTS, "Too many wrong passwords came from here; wait a minute.", e);
        }
    }
}
