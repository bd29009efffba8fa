package io.parley.gateway.upstream;

import java.io.InputStream;

/** What a service answers with. */
public sealed interface UpstreamBody {

    /** Everything is there. */
    final class Whole implements UpstreamBody {
        private final byte[] bytes;

        Whole(byte[] bytes) {
            this.bytes = bytes;
        }

        /** Not copied; nobody changes it. */
        public byte[] bytes() {
            return bytes;
        }
    }

    /**
     * Server-sent events that are still coming.
     *
     * @param stream whoever takes it closes it
     */
    record Events(InputStream stream) implements UpstreamBody {}
}
