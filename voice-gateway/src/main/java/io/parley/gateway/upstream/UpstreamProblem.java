package io.parley.gateway.upstream;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A problem document of a service behind the gateway, on its way to the caller. */
public final class UpstreamProblem extends RuntimeException {

    private final int status;
    private final byte[] document;
    private final Map<String, String> headers;

    /**
     * @param document the problem document, JSON
     * @param headers what else the caller must know, such as {@code Retry-After}
     */
    UpstreamProblem(int status, byte[] document, Map<String, String> headers) {
        super("a service answered " + status);
        this.status = status;
        this.document = document.clone();
        this.headers = Map.copyOf(headers);
    }

    public int status() {
        return status;
    }

    /** The document for those who need its fields one by one. */
    public JsonNode read(JsonMapper json) {
        return json.readTree(document);
    }

    byte[] document() {
        return document.clone();
    }

    Map<String, String> headers() {
        return headers;
    }
}
