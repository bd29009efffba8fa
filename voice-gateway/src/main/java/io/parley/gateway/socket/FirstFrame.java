package io.parley.gateway.socket;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The frame by which an operator's socket says who it is. */
public final class FirstFrame {

    private FirstFrame() {}

    /** The password it gives; empty for what is no such frame. */
    public static String password(JsonMapper json, String payload) {
        try {
            JsonNode frame = json.readTree(payload);
            return frame.path("type").asString("").equals("authenticate")
                    ? frame.path("password").asString("")
                    : "";
        } catch (JacksonException e) {
            return "";
        }
    }
}
