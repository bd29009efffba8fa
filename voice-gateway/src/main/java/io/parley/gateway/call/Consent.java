package io.parley.gateway.call;

import io.parley.contracts.voice.Expected;
import io.parley.contracts.voice.SpokenCampaign;
import io.parley.gateway.call.recording.Recording;
import io.parley.gateway.call.recording.Recordings;
import java.util.List;

/**
 * Asks the caller first of all whether the call may be recorded. Only who agrees in plain words, or by the key 1, is; who says
 * anything else, or nothing, is not, and the call goes on all the same.
 */
final class Consent {

    private final Recordings recordings;
    private final SpokenCampaign.Phrases phrases;

    Consent(Recordings recordings, SpokenCampaign.Phrases phrases) {
        this.recordings = recordings;
        this.phrases = phrases;
    }

    boolean isWanted() {
        return recordings.isEnabled() && !phrases.recorded().isEmpty();
    }

    String question() {
        return phrases.recorded();
    }

    /** What may be answered: the key 1 stands for the first way to agree. */
    Expected expected() {
        return new Expected(
                Expected.Kind.YES_NO, phrases.recordAgree().stream().limit(1).toList(), List.of(), false);
    }

    boolean isGiven(Said said) {
        return phrases.recordAgree().stream()
                .anyMatch(way -> Commands.plain(way).equals(Commands.plain(said.text())));
    }

    /** Records the call from now on, if that is possible. */
    void record(String call, Dialogue.Part part, HeardLeg leg) {
        recordings
                .begin(call, part.conversation(), part.campaign(), leg.rate())
                .ifPresent(recording -> leg.add(onto(recording)));
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
