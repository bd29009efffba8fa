package io.parley.orderflow.turn;

import io.parley.contracts.ReservedState;
import io.parley.contracts.model.NextStateReply;
import io.parley.orderflow.slot.Asking;
import io.parley.orderflow.slot.Keeping;
import io.parley.orderflow.slot.Resolve;
import io.parley.session.Session.Awaiting;
import io.parley.session.Session.Which;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Looks at a decision again in the light of what was said before and of what it would cost. Pure. */
final class SecondThoughts {

    private final Reconsidered it;

    private SecondThoughts(Reconsidered it) {
        this.it = it;
    }

    /**
     * @param proposed the network's ranking, or nothing if it was silent
     * @param answered the way on, where the words answer what was asked and there is one
     * @param change what the words would change
     * @param said what the words say to a question of yes or no
     */
    static Decided on(
            Scene scene,
            Decided decided,
            Optional<NextStateReply> proposed,
            Optional<Decision> answered,
            Change change,
            Aside said,
            Words words) {
        Ranking ranking = new Ranking(scene.campaign(), scene.state(), proposed);
        return new SecondThoughts(new Reconsidered(scene, decided, ranking, answered, change, said, words)).on();
    }

    private Decided on() {
        if (it.scene().before().awaiting() == Awaiting.CORRECTION_VALUE) {
            return namesWhatToChange().orElse(it.decided());
        }
        GivingUpThoughts givingUp = new GivingUpThoughts(it);
        QuestionThoughts question = new QuestionThoughts(it);
        ReadBackThoughts readBack = new ReadBackThoughts(it);
        return Stream.<Supplier<Optional<Decided>>>of(
                        this::wantsAPerson,
                        this::changesSomething,
                        this::makesItOver,
                        givingUp::keepsTheOrder,
                        this::declinesWithAReason,
                        this::findsItTooMuch,
                        question::asksForSomething,
                        question::asksAboutSomething,
                        question::answersAhead,
                        readBack::isNoToTheReadBack,
                        readBack::ordersOnAGuess,
                        this::beginsAnew,
                        givingUp::turnsAwayAtOnce,
                        givingUp::givesUp)
                .flatMap(thought -> thought.get().stream())
                .findFirst()
                .orElse(it.decided());
    }

    /** "I'd like to hear a real voice", where the network is sure of nothing, or takes it for a question and is not quite sure. */
    private Optional<Decided> wantsAPerson() {
        boolean asks = it.decision() instanceof Decision.Ask && it.decided().mayBeOtherwise();
        boolean says = (it.decision() instanceof Decision.NotUnderstood || asks)
                && Resolve.isForAPerson(it.locale(), it.words().raw());
        return Reconsidered.only(
                says || saysItAgain(),
                new Decided(new Decision.HandOff(), it.decided().confidence(), Ground.WANTS_A_PERSON));
    }

    /** "Any chance a rel person could help", to the question whether they want one: who may have said it twice is not kept from it. */
    private boolean saysItAgain() {
        Which asked = it.scene().before().memory().asked();
        String person = ReservedState.PERSON.label();
        return (it.decision() instanceof Decision.NotUnderstood || it.decision() instanceof Decision.Ask)
                && asked != null
                && (asked.first().equals(person) || asked.second().equals(person))
                && it.ranking().isThoughtOf(ReservedState.PERSON);
    }

    private Optional<Decided> namesWhatToChange() {
        boolean changes = (it.isUnclear() || it.decision() instanceof Decision.Advance)
                && it.change().isAny();
        boolean namesPlace = it.isUnclear()
                && MentionedState.find(it.scene(), it.words().raw()).isPresent();
        return Reconsidered.only(changes || namesPlace, it.corrects(Ground.NAMES_WHAT_TO_CHANGE));
    }

    /**
     * What the network cannot place and gives something known another value. "Let's rather say a quarter past three" says so
     * itself, and so does "my colleague talked me into the croissant, add it".
     */
    private Optional<Decided> changesSomething() {
        boolean notUnderstood = it.decision() instanceof Decision.NotUnderstood;
        boolean likely = notUnderstood
                && ((it.scene().state().confirms()
                                && Resolve.isTakingBack(it.locale(), it.words().raw()))
                        || mayCorrect());
        boolean says =
                it.isUnclear() && Resolve.isToChange(it.locale(), it.words().raw());
        return Reconsidered.only(
                ((likely || says) && it.change().isAny())
                        || (notUnderstood && it.change().addsOrDrops(it.words())),
                it.corrects(Ground.CHANGES_WHAT_IS_KNOWN));
    }

    /** "Describe a day on the red planet" is far likelier a question. */
    private boolean mayCorrect() {
        return it.ranking().isThoughtOf(ReservedState.CORRECTION)
                && it.ranking().holdsAgainst(ReservedState.CORRECTION, ReservedState.QUESTION);
    }

    /** "Make it five lattes, somebody just walked in" is neither doubt nor question. */
    private Optional<Decided> makesItOver() {
        return Reconsidered.only(
                ((it.decision() instanceof Decision.Digress
                                        && Resolve.isToMakeOver(
                                                it.locale(), it.words().raw())
                                        && !Asking.isQuestion(
                                                it.locale(), it.words().raw()))
                                || addsWithoutAsking())
                        && it.change().isAny(),
                it.corrects(Ground.CHANGES_WHAT_IS_KNOWN));
    }

    /** "And an extra shot in each as well" may look like a question about shots. */
    private boolean addsWithoutAsking() {
        return it.decision() instanceof Decision.Ask
                && it.decided().mayBeOtherwise()
                && Resolve.isToAdd(it.locale(), it.words().raw())
                && !Asking.isAny(it.locale(), it.words().raw());
    }

    /** "No thanks, there is too much at home as it is". */
    private Optional<Decided> declinesWithAReason() {
        return it.decision() instanceof Decision.Hesitate
                        && Resolve.isDeclining(it.locale(), it.words().raw())
                ? it.answers()
                : Optional.empty();
    }

    /** "Hmm, 210 a night is way too pricey for us", where the network is sure of nothing but thinks of a doubt. */
    private Optional<Decided> findsItTooMuch() {
        return Reconsidered.only(
                it.decision() instanceof Decision.NotUnderstood
                        && it.answered().isEmpty()
                        && it.ranking().isThoughtOf(ReservedState.HESITATION)
                        && Resolve.isTooMuch(it.locale(), it.words().raw()),
                new Decided(new Decision.Hesitate(), it.decided().confidence(), Ground.OBJECTS));
    }

    /** "Start over, but keep Lisbon" names what to keep, though the network is unsure; "I messed this up, start over" says so. */
    private Optional<Decided> beginsAnew() {
        boolean changesNothing =
                it.decision() instanceof Decision.Correct && !it.change().isAny();
        boolean namesWhatToKeep = (it.decision() instanceof Decision.NotUnderstood || changesNothing)
                && it.ranking().isThoughtOf(ReservedState.RESTART)
                && !Keeping.named(it.locale(), it.words().raw()).isEmpty();
        boolean saysSo = (it.isUnclear() || changesNothing || it.decision() instanceof Decision.Digress)
                && Resolve.isToBeginAnew(it.locale(), it.words().raw());
        Ground ground = namesWhatToKeep ? Ground.NAMES_WHAT_TO_KEEP : Ground.BEGINS_ANEW;
        return Reconsidered.only(
                namesWhatToKeep || saysSo,
                new Decided(new Decision.Restart(), it.decided().confidence(), ground));
    }
}
