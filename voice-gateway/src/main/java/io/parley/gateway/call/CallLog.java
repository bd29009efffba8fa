package io.parley.gateway.call;

import io.parley.contracts.event.CallEvent;
import io.parley.contracts.privacy.MaskedText;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What happened in one call so far; the latest moments where there are too many. */
final class CallLog {

    static final int MOST_MOMENTS = 500;

    private static final String PARTIAL = "partial";
    private static final Pattern PLAIN_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final String id;
    private final String kind;
    private final Clock clock;
    private final Consumer<CallEvent> told;
    private final Instant began;
    private final List<CallMoment> moments = new ArrayList<>();
    private int dropped;
    private int events;
    private @Nullable String conversation;
    private @Nullable String campaign;
    private @Nullable String recognizer;
    private @Nullable Instant ended;
    private @Nullable CallEnd why;

    /** @param told learns of every moment but the partial ones, without the words */
    CallLog(String id, String kind, Clock clock, Consumer<CallEvent> told) {
        this.told = told;
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
        Instant at = clock.instant();
        moments.add(new CallMoment(at, what, masked, turnId, numbers));
        if (!what.equals(PARTIAL)) {
            Map<String, Long> counted = new HashMap<>(numbers);
            if (text != null) {
                counted.put("characters", (long) text.length());
            }
            // What a client calls its turns could be anything.
            @Nullable
            String plainId = turnId != null && PLAIN_ID.matcher(turnId).matches() ? turnId : null;
            told.accept(
                    new CallEvent(id + "-" + ++events, id, conversation, campaign, kind, at, what, plainId, counted));
        }
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
