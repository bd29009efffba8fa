package io.parley.gateway.fact;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version of a fact that an operator has seen, as it stands in {@code ETag} and {@code If-Match}. */
final class SeenVersion {

    private static final Pattern WRITTEN = Pattern.compile("\"(\\d{1,9})\"|(\\d{1,9})");

    private SeenVersion() {}

    /**
     * @param ifMatch the header; null if there was none
     * @throws FaultException {@link Fault#REQUEST_INVALID} if it names no version
     */
    static OptionalInt of(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return OptionalInt.empty();
        }
        Matcher written = WRITTEN.matcher(ifMatch.strip());
        if (!written.matches()) {
            throw new FaultException(
                    Fault.REQUEST_INVALID,
                    "If-Match takes the version of the fact that you have seen, for example \"3\".");
        }
        String quoted = written.group(1);
        return OptionalInt.of(Integer.parseInt(quoted == null ? written.group(2) : quoted));
    }

    static String tag(int version) {
        return "\"" + version + "\"";
    }
}
