package io.parley.gateway.call;

import io.parley.contracts.voice.Expected;
import io.parley.contracts.voice.SpokenCampaign;
import io.parley.gateway.call.recording.Recording;
import io.parley.gateway.call.recording.Recordings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks the caller first of all whether the call may be recorded. Only who agrees in plain words, or by the key 1, is; who says
 * anything else, or nothing, is not, and the call goes on all the same. Used by the call's own thread.
 */
final class Consent {

    private final Recordings recordings;
    private final CallLog timeline;
    private final String call;
    private final Dialogue.Part part;
    private final HeardLeg leg;
    private final SpokenCampaign.Phrases phrases;
    /** What the greeting expects, while the question stands. */
    private @Nullable Expected afterwards;

    /** @param call its id */
    Consent(Recordings recordings, CallLog timeline, String call, Dialogue.Part part, HeardLeg leg) {
        this.recordings = recordings;
        this.timeline = timeline;
        this.call = call;
        this.part = part;
        this.leg = leg;
        this.phrases = part.spoken().phrases();
    }

    boolean isWanted() {
        return recordings.isEnabled() && !phrases.recorded().isEmpty();
    }

    String question() {
        return phrases.recorded();
    }

    /**
     * The question is asked from now on.
     *
     * @param next what is expected when it is answered
     * @return what is expected now: the key 1 stands for the first way to agree
     */
    Expected ask(Expected next) {
        afterwards = next;
        return new Expected(
                Expected.Kind.YES_NO, phrases.recordAgree().stream().limit(1).toList(), List.of(), false);
    }

    /** Whether the question stands. */
    boolean isPending() {
        return afterwards != null;
    }

    /** Takes the answer, and records the call from now on if it agrees; tells what is expected next. */
    Expected answered(Said said) {
        boolean given = phrases.recordAgree().stream()
                .anyMatch(way -> Commands.plain(way).equals(Commands.plain(said.text())));
        if (given) {
            recordings
                    .begin(call, part.conversation(), part.campaign(), leg.rate())
                    .ifPresent(recording -> leg.add(onto(recording)));
        }
        return settled(given);
    }

    /** The caller goes on without an answer, and is not recorded; tells what is expected next. */
    Expected passedOver() {
        return settled(false);
    }

    private Expected settled(boolean given) {
        Expected next = Objects.requireNonNull(afterwards, "the question stands");
        afterwards = null;
        timeline.add("consent", null, null, Map.of("given", given ? 1L : 0L));
        return next;
    }

    private static SoundListener onto(Recording recording) {
        return new SoundListener() {
            @Override
            public void heard(short[] caller, short[] ours) {
                recording.add(caller, ours);
            }

            @Override
            public void ended() {
                recording.close();
            }
        };
    }
}
