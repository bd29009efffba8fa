package io.parley.gateway.wrong.there;

import io.parley.gateway.wrong.here.Here;

/** The other half. */
public interface There {
    Here here();
}
