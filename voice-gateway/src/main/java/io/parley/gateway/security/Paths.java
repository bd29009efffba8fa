package io.parley.gateway.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** Whose address it is. */
final class Paths {

    static final String OFFERS = "/api/offers";
    static final String CONVERSATIONS = "/api/conversations";

    /** Where customers say something, and operators read what is recorded of it. */
    static final String TURNS = CONVERSATIONS + "/*/turns";

    /** One recorded turn, for operators. */
    static final String RECORDED = CONVERSATIONS + "/*/turns/*/**";

    /** A whole conversation played again, for operators. */
    static final String REPLAY = CONVERSATIONS + "/*/replay";

    private static final Pattern OPERATORS = Pattern.compile(CONVERSATIONS + "/[^/]+/(?:replay|turns/.+)");

    private Paths() {}

    static boolean isCustomers(HttpServletRequest request) {
        String path = path(request);
        boolean recorded = OPERATORS.matcher(path).matches()
                || (request.getMethod().equals("GET") && path.startsWith(CONVERSATIONS) && path.endsWith("/turns"));
        if (recorded) {
            return false;
        }
        return path.equals(OFFERS) || path.equals(CONVERSATIONS) || path.startsWith(CONVERSATIONS + "/");
    }

    /** Uploads to the models, which have a limit of their own. */
    static boolean isModels(HttpServletRequest request) {
        return path(request).startsWith("/api/models/");
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
