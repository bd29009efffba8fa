package io.parley.gateway.sip;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys that come by INFO, as older gateways send them: {@code Signal=5} of application/dtmf-relay, or {@code 5} alone. */
final class Dtmf {

    private static final Pattern KEY = Pattern.compile(
            "\\s*(?:Signal\\s*=\\s*)?([0-9*#A-D])\\s*(?:Duration\\s*=\\s*\\d+\\s*)?", Pattern.CASE_INSENSITIVE);

    private Dtmf() {}

    /** The pressed key, if the body names one. */
    static Optional<Character> key(String body) {
        Matcher matcher = KEY.matcher(body);
        return matcher.matches()
                ? Optional.of(Character.toUpperCase(matcher.group(1).charAt(0)))
                : Optional.empty();
    }
}
