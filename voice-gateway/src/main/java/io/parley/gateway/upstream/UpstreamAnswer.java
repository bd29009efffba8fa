package io.parley.gateway.upstream;

import java.util.Optional;

/**
 * An answer that is no problem.
 *
 * @param status the HTTP status, below 400
 * @param contentType empty where there is no body
 * @param location the address of what was made, as the service knows it
 */
public record UpstreamAnswer(int status, Optional<String> contentType, Optional<String> location, UpstreamBody body) {}
