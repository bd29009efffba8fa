package io.parley.gateway.call.stream;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A frame of a media stream, in either direction. Providers add fields of their own; those we do not know are passed over.
 *
 * @param event {@code connected}, {@code start}, {@code media}, {@code dtmf}, {@code mark}, {@code stop}; from us
 *     {@code media}, {@code mark}, {@code clear}
 * @param streamSid the stream's id
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
record StreamFrame(
        @Nullable String event,
        @Nullable String streamSid,
        @Nullable Start start,
        @Nullable Media media,
        @Nullable Dtmf dtmf,
        @Nullable Mark mark) {

    /**
     * @param customParameters {@code campaign}, {@code from}, {@code token}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Start(
            @Nullable String streamSid,
            @Nullable String callSid,
            @Nullable Map<String, String> customParameters,
            @Nullable MediaFormat mediaFormat) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record MediaFormat(
            @Nullable String encoding,
            @Nullable Integer sampleRate,
            @Nullable Integer channels) {}

    /**
     * @param track {@code inbound} is the caller; what is said to them comes back as {@code outbound} from some providers
     * @param payload µ-law at 8 kHz, base64
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Media(@Nullable String track, @Nullable String payload) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Dtmf(@Nullable String digit) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Mark(@Nullable String name) {}

    static StreamFrame media(String stream, String payload) {
        return new StreamFrame("media", stream, null, new Media(null, payload), null, null);
    }

    static StreamFrame mark(String stream, String name) {
        return new StreamFrame("mark", stream, null, null, null, new Mark(name));
    }

    static StreamFrame clear(String stream) {
        return new StreamFrame("clear", stream, null, null, null, null);
    }
}
