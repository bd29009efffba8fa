package io.parley.gateway.socket;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** What a client sends. Fields may be missing; whoever reads them says so. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ClientFrame.Authenticate.class, name = "authenticate"),
    @JsonSubTypes.Type(value = ClientFrame.Turn.class, name = "turn")
})
sealed interface ClientFrame {

    /** Comes first. */
    record Authenticate(@Nullable String token) implements ClientFrame {}

    /** Says something. */
    record Turn(@Nullable String turnId, @Nullable String text) implements ClientFrame {}
}
