package io.parley.gateway.call;

import io.parley.contracts.privacy.MaskedText;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened in one call so far; the latest moments where there are too many. */
final class CallLog {

    static final int MOST_MOMENTS = 500;

    private final String id;
    private final String kind;
    private final Clock clock;
    private final Instant began;
    private final List<CallMoment> moments = new ArrayList<>();
    private int dropped;
    private @Nullable String conversation;
    private @Nullable String campaign;
    private @Nullable String recognizer;
    private @Nullable Instant ended;
    private @Nullable CallEnd why;

    CallLog(String id, String kind, Clock clock) {
        this.id = id;
        this.kind = kind;
        this.clock = clock;
        this.began = clock.instant();
    }

    synchronized void taken(String ofConversation, String ofCampaign, String engine) {
        conversation = ofConversation;
        campaign = ofCampaign;
        recognizer = engine;
        add("taken", null, null, Map.of());
    }

    synchronized void add(String what, @Nullable String text, @Nullable String turnId, Map<String, Long> numbers) {
        if (moments.size() == MOST_MOMENTS) {
            moments.removeFirst();
            dropped++;
        }
        @Nullable String masked = text == null ? null : new MaskedText(text).value();
        moments.add(new CallMoment(clock.instant(), what, masked, turnId, numbers));
    }

    synchronized void ended(CallEnd end) {
        if (why == null) {
            why = end;
            ended = clock.instant();
            add("ended", null, null, Map.of());
        }
    }

    synchronized CallView view(boolean whole) {
        return new CallView(
                id,
                kind,
                campaign,
                conversation,
                recognizer,
                began,
                ended,
                why == null ? null : why.label(),
                count("turn"),
                count("barge-in"),
                dropped,
                whole ? List.copyOf(moments) : List.of());
    }

    private int count(String what) {
        return (int)
                moments.stream().filter(moment -> moment.what().equals(what)).count();
    }
}
