package io.parley.orderflow.turn;

import io.parley.campaign.Pitch;
import io.parley.orderflow.pitch.PitchOdds;
import io.parley.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The facts and pitches that a customer has been told: in the conversation, and in the turn being played. Mutable. */
final class ToldSoFar {

    private final List<String> told;
    private final List<String> pitched;
    private final int pitchedBefore;
    private @Nullable String toldNow;
    private boolean unanswered;
    private PitchOdds odds = PitchOdds.IN_ORDER;

    /** @param memory what was told before */
    ToldSoFar(Session.SpokenMemory memory) {
        this.told = new ArrayList<>(memory.told());
        this.pitched = new ArrayList<>(memory.pitched());
        this.pitchedBefore = pitched.size();
    }

    void tell(String fact) {
        told.remove(fact);
        told.add(fact);
        toldNow = fact;
    }

    /** By their ids, the latest last. */
    List<String> told() {
        return told;
    }

    /** The fact told in this turn, if any. */
    Optional<String> toldNow() {
        return Optional.ofNullable(toldNow);
    }

    /** By what one of several pitches is chosen. */
    void sellBy(PitchOdds better) {
        odds = better;
    }

    PitchOdds odds() {
        return odds;
    }

    /** Takes down that a pitch was said. */
    void pitch(Pitch pitch) {
        pitched.add(pitch.id());
    }

    /** The pitches said in this conversation, by their ids. */
    List<String> pitched() {
        return pitched;
    }

    /** The pitch said in this turn, if any. */
    Optional<String> pitchedNow() {
        return pitched.size() > pitchedBefore ? Optional.of(pitched.getLast()) : Optional.empty();
    }

    /** The customer asked something that no fact answers. */
    void unanswered() {
        unanswered = true;
    }

    boolean isUnanswered() {
        return unanswered;
    }
}
