package io.parley.gateway.upstream;

import java.io.InputStream;
import java.util.Optional;

/**
 * A request that is forwarded as it came.
 *
 * @param path with its query, already encoded
 * @param contentType empty where there is no body
 * @param accept what the caller wants to get
 * @param body read by the calling thread while it is sent on
 * @param length of the body in bytes; -1 if unknown
 * @param mostBytes how long the body may be
 */
public record UpstreamRequest(
        String method,
        String path,
        Optional<String> contentType,
        Optional<String> accept,
        InputStream body,
        long length,
        long mostBytes) {}
