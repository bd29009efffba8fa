package io.parley.orderflow.turn;

import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.ScoredState;
import io.parley.contracts.privacy.MaskedText;
import io.parley.contracts.review.ReviewReason;
import io.parley.orderflow.review.DoubtfulTurn;
import io.parley.orderflow.review.Uncertainty;
import io.parley.session.Session;
import io.parley.session.Session.Awaiting;
import io.parley.session.Session.Which;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which utterances a turn makes doubtful: its own, or the one before. Pure. */
final class WorthALook {

    private static final Set<Ground> UNSURE = EnumSet.of(Ground.UNSURE, Ground.STRANGE);

    /** The customer has shown that it was taken wrongly, or what it means: the network knows nothing of it. */
    private static final double SHOWN = 1;

    /** Whoever wants a person may have been understood all the same; and of two values the network knows nothing. */
    private static final double HALF = 0.5;

    private final Session before;
    private final Spoken spoken;
    private final Words words;
    private final Seen seen;

    private WorthALook(Session before, Spoken spoken, Words words, Seen seen) {
        this.before = before;
        this.spoken = spoken;
        this.words = words;
        this.seen = seen;
    }

    /**
     * @param before the session the turn began with
     * @param spoken the turn, played
     */
    static List<DoubtfulTurn> of(Session before, Spoken spoken, Words words, Seen seen) {
        return Curtain.isRehearsal(before) || words.isSilent()
                ? List.of()
                : new WorthALook(before, spoken, words, seen).found();
    }

    private List<DoubtfulTurn> found() {
        List<DoubtfulTurn> found = new ArrayList<>();
        Ground ground = spoken.account().ground();
        String decision = spoken.account().decision();
        if (UNSURE.contains(ground)) {
            proposed().ifPresent(label -> found.add(now(label, uncertainty(), ReviewReason.LOW_CONFIDENCE)));
            if (spoken.session().awaiting() == Awaiting.CALL_BACK_CONSENT) {
                proposed()
                        .ifPresent(
                                label -> found.add(now(label, Math.max(HALF, uncertainty()), ReviewReason.HANDED_OFF)));
            }
        }
        if (ground == Ground.ANSWERED && isBelowThreshold()) {
            found.add(now(spoken.session().state(), uncertainty(), ReviewReason.LOW_CONFIDENCE));
        }
        if (ground == Ground.TWO_LIKELY) {
            proposed().ifPresent(label -> found.add(now(label, uncertainty(), ReviewReason.AMBIGUOUS)));
        }
        if (ground == Ground.FITS_TWO) {
            // Words that fit two values lead nowhere by themselves.
            found.add(now(before.state(), Math.max(HALF, uncertainty()), ReviewReason.AMBIGUOUS));
        }
        Which asked = before.memory().asked();
        if (ground == Ground.CHOSEN && asked != null) {
            String label = asked.slot() == null ? chosen(asked) : before.state();
            earlier().ifPresent(one -> found.add(past(one, label, SHOWN, ReviewReason.CHOSEN)));
        } else if (decision.equals(new Decision.Correct().label())) {
            earlier()
                    .filter(this::isCorrected)
                    .ifPresent(one -> found.add(past(one, before.state(), SHOWN, ReviewReason.CORRECTED)));
        } else if (decision.equals(new Decision.HandOff().label())) {
            earlier().ifPresent(one -> found.add(past(one, before.state(), HALF, ReviewReason.HANDED_OFF)));
        }
        return found;
    }

    /** What the network holds likeliest for the words of this turn. */
    private Optional<String> proposed() {
        return ranking().stream().findFirst().map(ScoredState::state);
    }

    private List<ScoredState> ranking() {
        return reply().map(NextStateReply::ranking).orElse(List.of());
    }

    private boolean isBelowThreshold() {
        return reply().filter(reply -> spoken.account().confidence() < reply.acceptAt())
                .isPresent();
    }

    private Optional<NextStateReply> reply() {
        return Optional.ofNullable(seen.nextState()).map(Seen.NextState::reply);
    }

    private double uncertainty() {
        return Uncertainty.of(ranking());
    }

    private Optional<Session.Heard> earlier() {
        List<Session.Heard> recent = before.memory().recent();
        return recent.isEmpty() ? Optional.empty() : Optional.of(recent.getLast());
    }

    /** What was changed in this turn had been asked for when the words before were said. */
    private boolean isCorrected(Session.Heard one) {
        return spoken.offered().campaign().state(one.state()).collects().stream()
                .anyMatch(slot -> {
                    List<String> then = before.slots().get(slot);
                    return then != null && !then.equals(spoken.session().slots().get(slot));
                });
    }

    private String chosen(Which asked) {
        return spoken.account().chosen().orElse(asked.first());
    }

    private DoubtfulTurn now(String label, double uncertainty, ReviewReason reason) {
        double confidence = ranking().isEmpty() ? 0 : ranking().getFirst().probability();
        return turn(spoken.session().turn(), before.state(), words.masked(), label, confidence, uncertainty, reason);
    }

    private DoubtfulTurn past(Session.Heard one, String label, double uncertainty, ReviewReason reason) {
        return turn(before.turn(), one.state(), new MaskedText(one.text()), label, 0, uncertainty, reason);
    }

    private DoubtfulTurn turn(
            int number,
            String state,
            MaskedText text,
            String label,
            double confidence,
            double uncertainty,
            ReviewReason reason) {
        return new DoubtfulTurn(
                before.id(),
                number,
                spoken.offered().campaign().id(),
                state,
                text,
                label,
                confidence,
                uncertainty,
                reason,
                spoken.session().updatedAt());
    }
}
