package io.parley.gateway.security;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which pages may talk to us. */
public final class Origins {

    /** Our own pages, and no others. */
    public static final Origins OURS = new Origins(List.of());

    private final List<String> allowed;

    Origins(List<String> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /**
     * Whether a page of that origin may. The scheme of our own origin is not looked at: a proxy in front of us may end
     * TLS without saying so.
     *
     * @param origin of the page; null for clients that are no pages
     * @param host our own, as the client addressed it, with its port
     */
    public boolean admits(@Nullable String origin, @Nullable String host) {
        if (origin == null || allowed.contains(origin)) {
            return true;
        }
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    List<String> allowed() {
        return allowed;
    }
}
