package io.parley.orderflow.turn;

import io.parley.orderflow.slot.Resolve;
import java.util.Optional;

/** What is said to an order that was read back: nothing is ordered on a no, nor on a guess. Pure. */
final class ReadBackThoughts {

    /** Where no yes is said to what was read back, the network has to be so sure of one. */
    private static final double SURE_TO_ORDER = 0.65;

    /** A no with a new value in so few words asks nothing, whatever the network takes it for. */
    private static final int CURT = 5;

    private final Reconsidered it;

    ReadBackThoughts(Reconsidered it) {
        this.it = it;
    }

    /** "There's someone at the door" is no yes to what was read back, however well the network likes it. */
    Optional<Decided> ordersOnAGuess() {
        return Reconsidered.only(
                it.decision() instanceof Decision.Advance
                        && it.scene().state().confirms()
                        && it.decided().confidence() < SURE_TO_ORDER
                        && it.answered().isEmpty()
                        && !it.said().yes()
                        && !Resolve.isAgreeing(it.locale(), it.words().raw()),
                new Decided(new Decision.NotUnderstood(), it.decided().confidence(), Ground.UNSURE));
    }

    Optional<Decided> isNoToTheReadBack() {
        if (!it.scene().state().confirms()) {
            return Optional.empty();
        }
        boolean givesUp = it.decision() instanceof Decision.GiveUp;
        if ((givesUp || (it.said().no() && (it.isUnclear() || digressesCurtly())))
                && it.change().isAny()) {
            // "No, Saturday": what is read back again is not lost.
            return Optional.of(it.corrects(Ground.CHANGES_WHAT_IS_KNOWN));
        }
        // "No, Saturday" where it is Saturday already: which other thing is meant is asked.
        boolean namesSomething = givesUp
                && it.said().no()
                && !Resolve.isPlain(it.locale(), it.words().raw())
                && it.change().namesWhatIsKnown();
        // "No, 1": whatever it means, nothing is ordered on a no.
        boolean orders = it.decision() instanceof Decision.Advance && it.said().no();
        return Reconsidered.only(namesSomething || orders, it.corrects(Ground.DECLINES_READ_BACK));
    }

    /**
     * "No, 10:30 AM" may look like a question to a network that has seen times only in questions, and so may "no, the spacewalk, the
     * training day and the album".
     */
    private boolean digressesCurtly() {
        return it.decision() instanceof Decision.Digress
                && (it.words().count() <= CURT
                        || Resolve.isListing(it.locale(), it.words().raw()))
                && !it.words().raw().endsWith("?");
    }
}
