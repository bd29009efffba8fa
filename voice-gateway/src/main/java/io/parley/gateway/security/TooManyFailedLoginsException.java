package io.parley.gateway.security;

import org.springframework.security.core.AuthenticationException;

/** An address that guesses passwords is not even listened to. */
final class TooManyFailedLoginsException extends AuthenticationException {
    TooManyFailedLoginsException() {
        super("too many failed logins");
    }
}
