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

    private static final Pattern VERSIONS = Pattern.compile("/api/campaigns/[^/]+/versions");

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

    /** Whole files, for models and as versions of campaigns: far more than customers and operators write otherwise. */
    static boolean isUpload(HttpServletRequest request) {
        return path(request).startsWith("/api/models/")
                || VERSIONS.matcher(path(request)).matches();
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
