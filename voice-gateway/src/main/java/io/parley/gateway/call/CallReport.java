package io.parley.gateway.call;

import io.parley.contracts.voice.Expected;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells what happens in a call to its timeline, the meters and the caller's page. Used by the call's own thread. */
final class CallReport {

    private final HeardLeg leg;
    private final CallLog timeline;
    private final CallMeters meters;
    private final String engine;

    /** @param engine of the recogniser */
    CallReport(HeardLeg leg, CallLog timeline, CallMeters meters, String engine) {
        this.leg = leg;
        this.timeline = timeline;
        this.meters = meters;
        this.engine = engine;
    }

    /** @param keys whether only keys will do */
    void expects(Expected expected, boolean keys) {
        leg.show(new CallNotice.Expects(expected.kind().label(), keys));
    }

    /** We begin to say something. */
    void reply(@Nullable String turnId, String text, String state, List<String> choices, @Nullable String outcome) {
        timeline.add("reply", text, turnId, Map.of());
        leg.show(new CallNotice.Reply(turnId, text, state, choices, outcome));
    }

    /** We have said all of it. */
    void spoken(@Nullable String turnId) {
        timeline.add("spoken", null, turnId, Map.of());
    }

    /** What the caller is saying is understood so far. */
    void partial(String masked) {
        timeline.add("partial", masked, null, Map.of());
        leg.show(new CallNotice.Partial(masked));
    }

    /** An utterance could not be heard. */
    void missed() {
        meters.happened("missed", engine);
    }

    /** An utterance was decoded. */
    void recognized(Duration decoding, Duration sound) {
        meters.recognized(engine, decoding, sound);
    }

    /**
     * An utterance was understood.
     *
     * @param readings how many there are
     */
    void understood(Said said, int readings) {
        timeline.add(
                "final",
                said.caption(),
                said.turnId(),
                Map.of("finalMillis", since(said.since()).toMillis(), "readings", (long) readings));
        meters.took("final", engine, since(said.since()));
    }

    /** The caller only showed that they listen. */
    void backchannel() {
        timeline.add("backchannel", null, null, Map.of());
        meters.happened("backchannel", engine);
    }

    /** Keys are pressed that are not an entry yet. */
    void pressing(int pressed) {
        leg.show(new CallNotice.Keys(pressed));
    }

    /** Keys were entered. */
    void keys(Said said, long pressed) {
        timeline.add("keys", null, said.turnId(), Map.of("pressed", pressed));
        meters.happened("keys", engine);
    }

    /** What the caller said is taken to the order flow. */
    void taken(Said said) {
        leg.show(new CallNotice.Final(said.turnId(), said.caption()));
    }

    /** The caller interrupted us. */
    void bargeIn(Said said, String heardReply) {
        timeline.add("barge-in", heardReply, said.turnId(), Map.of());
        meters.happened("barge-in", engine);
        leg.show(new CallNotice.Interrupted(heardReply));
    }

    /** The order flow replied. */
    void replied(Said said) {
        meters.took("reply", engine, since(said.since()));
        timeline.add(
                "turn",
                null,
                said.turnId(),
                Map.of("replyMillis", since(said.since()).toMillis()));
    }

    /** @param replied when the order flow did, by the clock of {@link System#nanoTime} */
    void firstAudio(Said said, long replied) {
        meters.took("first-audio", engine, since(replied));
        meters.took("response", engine, since(said.since()));
        timeline.add(
                "first-audio",
                null,
                said.turnId(),
                Map.of("responseMillis", since(said.since()).toMillis()));
    }

    void transfer(Said said) {
        timeline.add("transfer", null, said.turnId(), Map.of());
    }

    /** The caller said nothing for too long. */
    void noInput() {
        meters.happened("no-input", engine);
    }

    /** Their silence is taken to the order flow. */
    void silence(Said said) {
        timeline.add("no-input", null, said.turnId(), Map.of());
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
