package io.parley.gateway.security;

import jakarta.servlet.http.HttpServletRequest;

/** Whose address it is. */
final class Paths {

    static final String OFFERS = "/api/offers";
    static final String CONVERSATIONS = "/api/conversations";

    private Paths() {}

    static boolean isCustomers(HttpServletRequest request) {
        String path = path(request);
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
