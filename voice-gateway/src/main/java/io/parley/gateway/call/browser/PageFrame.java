package io.parley.gateway.call.browser;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** What a page sends beside sound. Fields may be missing; whoever reads them says so. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PageFrame.Authenticate.class, name = "authenticate"),
    @JsonSubTypes.Type(value = PageFrame.Turn.class, name = "turn"),
    @JsonSubTypes.Type(value = PageFrame.Key.class, name = "key"),
    @JsonSubTypes.Type(value = PageFrame.HangUp.class, name = "hang-up")
})
sealed interface PageFrame {

    /** Comes first, and begins the call. */
    record Authenticate(@Nullable String token) implements PageFrame {}

    /** Types something during the call. */
    record Turn(@Nullable String turnId, @Nullable String text) implements PageFrame {}

    /** Presses a key of the keypad. */
    record Key(@Nullable String key) implements PageFrame {

        /** Never with the key. */
        @Override
        public String toString() {
            return "Key[]";
        }
    }

    record HangUp() implements PageFrame {}
}
