package io.parley.gateway.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Checks the operator's password, at every call since nothing is kept between calls.
 *
 * <p>Memory holds only an HMAC of it under a key that lives as long as the process. That is no stretched hash and need
 * not be: it is never stored, guesses over the network are counted, and a call pays microseconds instead of the 60 ms of
 * a bcrypt.
 */
final class OperatorLogin implements AuthenticationProvider {

    static final String USER = "operator";
    static final String ROLE = "OPERATOR";

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final byte[] expected;
    private final FailedLogins failures;

    OperatorLogin(String password, FailedLogins failures) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
        this.expected = hash(USER, password);
        this.failures = failures;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String address =
                login.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "unknown";
        if (failures.tooMany(address)) {
            throw new TooManyFailedLoginsException();
        }
        byte[] given = hash(login.getName(), String.valueOf(login.getCredentials()));
        if (!MessageDigest.isEqual(expected, given)) {
            failures.failed(address);
            throw new BadCredentialsException("wrong name or password");
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                USER, null, List.of(new SimpleGrantedAuthority("ROLE_" + ROLE)));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    /** Name and password as one, so that the time taken tells neither. */
    private byte[] hash(String name, String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal((name + '\0' + password).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
