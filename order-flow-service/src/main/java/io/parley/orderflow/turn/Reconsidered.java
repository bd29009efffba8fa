package io.parley.orderflow.turn;

import java.util.Locale;
import java.util.Optional;

/**
 * A decision that is looked at again, with what it is looked at by.
 *
 * @param ranking what the network thinks of besides
 * @param answered the way on, where the words answer what was asked and there is one
 * @param change what the words would change
 * @param said what the words say to a question of yes or no
 */
record Reconsidered(
        Scene scene,
        Decided decided,
        Ranking ranking,
        Optional<Decision> answered,
        Change change,
        Aside said,
        Words words) {

    Decision decision() {
        return decided.decision();
    }

    Locale locale() {
        return scene.campaign().locale();
    }

    /** Whether the network cannot place the words, or places them where the customer is. */
    boolean isUnclear() {
        return decision() instanceof Decision.NotUnderstood || decision() instanceof Decision.Stay;
    }

    /** The way on that the words lead to, if they answer and there is one. */
    Optional<Decided> answers() {
        return answered.map(onward -> new Decided(onward, decided.confidence(), Ground.ANSWERED));
    }

    /** The words change something. */
    Decided corrects(Ground ground) {
        return new Decided(new Decision.Correct(), decided.confidence(), ground);
    }

    /** That, if it holds. */
    static Optional<Decided> only(boolean holds, Decided instead) {
        return holds ? Optional.of(instead) : Optional.empty();
    }
}
