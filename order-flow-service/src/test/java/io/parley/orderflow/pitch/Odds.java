package io.parley.orderflow.pitch;

import io.parley.campaign.Pitch;
import java.util.Map;
import java.util.Optional;

/** What pitches are worth, for tests of who asks. */
public final class Odds {

    private Odds() {}

    /** Everybody who heard that pitch with the fact bought; nothing is known of the others. */
    public static PitchOdds favouring(String fact, Pitch pitch) {
        return PitchOdds.of(Map.of(new ToldWith(fact, Optional.of(pitch.id())), new Tally(1_000, 1_000, 0)));
    }

    /** Nothing is known of any. */
    public static PitchOdds even() {
        return PitchOdds.of(Map.of());
    }
}
