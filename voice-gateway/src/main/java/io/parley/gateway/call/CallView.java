package io.parley.gateway.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call as operators read it.
 *
 * @param kind of the leg: {@code browser}, {@code stream}, {@code sip}
 * @param conversation null until the order flow has begun it
 * @param recognizer the engine that listens
 * @param ended null while the call is up
 * @param why it ended, as {@link CallEnd#label()} says it
 * @param turns how many turns are in the timeline; likewise the barge-ins
 * @param forgotten how many moments fell off the front of a long timeline
 * @param moments oldest first; none in a list of calls
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallView(
        String id,
        String kind,
        @Nullable String campaign,
        @Nullable String conversation,
        @Nullable String recognizer,
        Instant began,
        @Nullable Instant ended,
        @Nullable String why,
        int turns,
        int bargeIns,
        int forgotten,
        List<CallMoment> moments) {

    public CallView {
        moments = List.copyOf(moments);
    }
}
