package io.parley.orderflow.turn;

import io.parley.campaign.SlotType;
import io.parley.contracts.ReservedState;
import io.parley.contracts.model.NextStateReply;
import io.parley.orderflow.slot.Asking;
import io.parley.orderflow.slot.Keeping;
import io.parley.orderflow.slot.Resolve;
import io.parley.session.Session.Awaiting;
import io.parley.session.Session.Which;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Looks at a decision again in the light of what was said before and of what it would cost. Pure. */
final class SecondThoughts {

    /** Whoever seems to give up with less probability is asked first. */
    private static final double SURE_TO_GIVE_UP = 0.97;

    /** Or with less than this, if there is no no in the words: "I'm dying to get off this planet". */
    private static final double SURE_WITHOUT_A_NO = 0.995;

    /** Where no yes is said to what was read back, the network has to be so sure of one. */
    private static final double SURE_TO_ORDER = 0.65;

    /** A no of so few words, which the network cannot place, may mean the order as it was read back or the order altogether. */
    private static final int BRIEF = 3;

    /** A no with a new value in so few words asks nothing, whatever the network takes it for. */
    private static final int CURT = 5;

    private final Scene scene;
    private final Decided decided;
    private final Decision decision;
    private final Ranking ranking;
    private final Optional<Decision> answered;
    private final Change change;
    private final Aside said;
    private final Words words;
    private final Locale locale;

    /** Whether the network cannot place the words, or places them where the customer is. */
    private final boolean unclear;

    private SecondThoughts(
            Scene scene,
            Decided decided,
            Optional<NextStateReply> proposed,
            Optional<Decision> answered,
            Change change,
            Aside said,
            Words words) {
        this.scene = scene;
        this.decided = decided;
        this.decision = decided.decision();
        this.ranking = new Ranking(scene.campaign(), scene.state(), proposed);
        this.answered = answered;
        this.change = change;
        this.said = said;
        this.words = words;
        this.locale = scene.campaign().locale();
        this.unclear = decision instanceof Decision.NotUnderstood || decision instanceof Decision.Stay;
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
        return new SecondThoughts(scene, decided, proposed, answered, change, said, words).on();
    }

    private Decided on() {
        if (scene.before().awaiting() == Awaiting.CORRECTION_VALUE) {
            return namesWhatToChange().orElse(decided);
        }
        return Stream.<Supplier<Optional<Decided>>>of(
                        this::wantsAPerson,
                        this::changesSomething,
                        this::makesItOver,
                        this::keepsTheOrder,
                        this::declinesWithAReason,
                        this::findsItTooMuch,
                        this::asksForSomething,
                        this::asksAboutSomething,
                        this::answersAhead,
                        this::isNoToTheReadBack,
                        this::ordersOnAGuess,
                        this::beginsAnew,
                        this::turnsAwayAtOnce,
                        this::givesUp)
                .flatMap(thought -> thought.get().stream())
                .findFirst()
                .orElse(decided);
    }

    /** "I'd like to hear a real voice", where the network is sure of nothing, or takes it for a question and is not quite sure. */
    private Optional<Decided> wantsAPerson() {
        boolean asks = decision instanceof Decision.Ask && decided.mayBeOtherwise();
        boolean says =
                (decision instanceof Decision.NotUnderstood || asks) && Resolve.isForAPerson(locale, words.raw());
        return only(
                says || saysItAgain(),
                new Decided(new Decision.HandOff(), decided.confidence(), Ground.WANTS_A_PERSON));
    }

    /** "Any chance a rel person could help", to the question whether they want one: who may have said it twice is not kept from it. */
    private boolean saysItAgain() {
        Which asked = scene.before().memory().asked();
        String person = ReservedState.PERSON.label();
        return (decision instanceof Decision.NotUnderstood || decision instanceof Decision.Ask)
                && asked != null
                && (asked.first().equals(person) || asked.second().equals(person))
                && ranking.isThoughtOf(ReservedState.PERSON);
    }

    private Optional<Decided> namesWhatToChange() {
        boolean changes = (unclear || decision instanceof Decision.Advance) && change.isAny();
        boolean namesPlace = unclear && MentionedState.find(scene, words.raw()).isPresent();
        return only(changes || namesPlace, corrects(Ground.NAMES_WHAT_TO_CHANGE));
    }

    /**
     * What the network cannot place and gives something known another value. "Let's rather say a quarter past three" says so
     * itself, and so does "my colleague talked me into the croissant, add it".
     */
    private Optional<Decided> changesSomething() {
        boolean notUnderstood = decision instanceof Decision.NotUnderstood;
        boolean likely = notUnderstood
                && ((scene.state().confirms() && Resolve.isTakingBack(locale, words.raw())) || mayCorrect());
        boolean says = unclear && Resolve.isToChange(locale, words.raw());
        return only(
                ((likely || says) && change.isAny()) || (notUnderstood && change.addsOrDrops(words)),
                corrects(Ground.CHANGES_WHAT_IS_KNOWN));
    }

    /** "Describe a day on the red planet" is far likelier a question. */
    private boolean mayCorrect() {
        return ranking.isThoughtOf(ReservedState.CORRECTION)
                && ranking.holdsAgainst(ReservedState.CORRECTION, ReservedState.QUESTION);
    }

    /** "Make it five lattes, somebody just walked in" is neither doubt nor question. */
    private Optional<Decided> makesItOver() {
        return only(
                ((decision instanceof Decision.Digress
                                        && Resolve.isToMakeOver(locale, words.raw())
                                        && !Asking.isQuestion(locale, words.raw()))
                                || addsWithoutAsking())
                        && change.isAny(),
                corrects(Ground.CHANGES_WHAT_IS_KNOWN));
    }

    /** "And an extra shot in each as well" may look like a question about shots. */
    private boolean addsWithoutAsking() {
        return decision instanceof Decision.Ask
                && decided.mayBeOtherwise()
                && Resolve.isToAdd(locale, words.raw())
                && !Asking.isAny(locale, words.raw());
    }

    /** "No, don't cancel, I want to keep it". */
    private Optional<Decided> keepsTheOrder() {
        return only(
                decision instanceof Decision.GiveUp && Resolve.isToKeep(locale, words.raw()),
                new Decided(new Decision.Repeat(), decided.confidence(), Ground.KEEPS_THE_ORDER));
    }

    /** "No thanks, there is too much at home as it is". */
    private Optional<Decided> declinesWithAReason() {
        return decision instanceof Decision.Hesitate && Resolve.isDeclining(locale, words.raw())
                ? answers()
                : Optional.empty();
    }

    /** "Hmm, 210 a night is way too pricey for us", where the network is sure of nothing but thinks of a doubt. */
    private Optional<Decided> findsItTooMuch() {
        return only(
                decision instanceof Decision.NotUnderstood
                        && answered.isEmpty()
                        && ranking.isThoughtOf(ReservedState.HESITATION)
                        && Resolve.isTooMuch(locale, words.raw()),
                new Decided(new Decision.Hesitate(), decided.confidence(), Ground.OBJECTS));
    }

    /** "Could you bring it to me" is a question only by its form; of a list, "could I have it cold" may ask what there is. */
    private Optional<Decided> asksForSomething() {
        if (decision instanceof Decision.Ask && Asking.isProposal(locale, words.raw()) && isDayOrHourAsked()) {
            return answers();
        }
        if (!(decision instanceof Decision.Digress) || !Asking.isRequest(locale, words.raw())) {
            return Optional.empty();
        }
        if (Resolve.isToChange(locale, words.raw()) && change.isAny()) {
            return Optional.of(corrects(Ground.CHANGES_WHAT_IS_KNOWN));
        }
        boolean lists = scene.state().collects().stream()
                .anyMatch(slot -> scene.campaign().slot(slot).list());
        return lists ? Optional.empty() : answers();
    }

    /** "What about the third of March" proposes a day; "what about the suite" may ask what it is like. */
    private boolean isDayOrHourAsked() {
        return !scene.state().collects().isEmpty()
                && scene.state().collects().stream()
                        .map(slot -> scene.campaign().slot(slot).type())
                        .allMatch(type -> type == SlotType.DATE || type == SlotType.TIME || type == SlotType.DATE_TIME);
    }

    /** "Will a doctor examine us first" is no yes to seeing her. */
    private Optional<Decided> asksAboutSomething() {
        boolean answersNothing = answered.isEmpty()
                && !said.yes()
                && !said.no()
                && !scene.state().collects().isEmpty();
        boolean asks = answersNothing && Asking.isQuestion(locale, words.raw());
        return only(
                decision instanceof Decision.Advance && (asks || asksRatherThanAnswers()),
                new Decided(new Decision.Ask(), decided.confidence(), Ground.ASKS_A_QUESTION));
    }

    /** "The album and the training day" while something else is asked for: no question has two things in it and no word that asks. */
    private Optional<Decided> answersAhead() {
        return only(
                decision instanceof Decision.Ask
                        && decided.mayBeOtherwise()
                        && !Asking.isAny(locale, words.raw())
                        && change.namesSeveralAhead(),
                new Decided(new Decision.NotUnderstood(), decided.confidence(), Ground.ANSWERS_AHEAD));
    }

    /** "What is better about the comfort cabin" names one, and the network may think of a question too. */
    private boolean asksRatherThanAnswers() {
        boolean open = decided.mayBeOtherwise() && Asking.isOpenQuestion(locale, words.raw());
        return ranking.isThoughtOf(ReservedState.QUESTION) && (open || Asking.isMistypedQuestion(locale, words.raw()));
    }

    /** "There's someone at the door" is no yes to what was read back, however well the network likes it. */
    private Optional<Decided> ordersOnAGuess() {
        return only(
                decision instanceof Decision.Advance
                        && scene.state().confirms()
                        && decided.confidence() < SURE_TO_ORDER
                        && answered.isEmpty()
                        && !said.yes()
                        && !Resolve.isAgreeing(locale, words.raw()),
                new Decided(new Decision.NotUnderstood(), decided.confidence(), Ground.UNSURE));
    }

    private Optional<Decided> isNoToTheReadBack() {
        if (!scene.state().confirms()) {
            return Optional.empty();
        }
        boolean givesUp = decision instanceof Decision.GiveUp;
        if ((givesUp || (said.no() && (unclear || digressesCurtly()))) && change.isAny()) {
            // "No, Saturday": what is read back again is not lost.
            return Optional.of(corrects(Ground.CHANGES_WHAT_IS_KNOWN));
        }
        // "No, Saturday" where it is Saturday already: which other thing is meant is asked.
        boolean namesSomething =
                givesUp && said.no() && !Resolve.isPlain(locale, words.raw()) && change.namesWhatIsKnown();
        // "No, 1": whatever it means, nothing is ordered on a no.
        boolean orders = decision instanceof Decision.Advance && said.no();
        return only(namesSomething || orders, corrects(Ground.DECLINES_READ_BACK));
    }

    /**
     * "No, 10:30 AM" may look like a question to a network that has seen times only in questions, and so may "no, the spacewalk, the
     * training day and the album".
     */
    private boolean digressesCurtly() {
        return decision instanceof Decision.Digress
                && (words.count() <= CURT || Resolve.isListing(locale, words.raw()))
                && !words.raw().endsWith("?");
    }

    /** "Start over, but keep Lisbon" names what to keep, though the network is unsure; "I messed this up, start over" says so. */
    private Optional<Decided> beginsAnew() {
        boolean changesNothing = decision instanceof Decision.Correct && !change.isAny();
        boolean namesWhatToKeep = (decision instanceof Decision.NotUnderstood || changesNothing)
                && ranking.isThoughtOf(ReservedState.RESTART)
                && !Keeping.named(locale, words.raw()).isEmpty();
        boolean saysSo = (unclear || changesNothing || decision instanceof Decision.Digress)
                && Resolve.isToBeginAnew(locale, words.raw());
        Ground ground = namesWhatToKeep ? Ground.NAMES_WHAT_TO_KEEP : Ground.BEGINS_ANEW;
        return only(namesWhatToKeep || saysSo, new Decided(new Decision.Restart(), decided.confidence(), ground));
    }

    /** "No thanks, I was only having a look around", to a greeting: there is nothing to lose. */
    private Optional<Decided> turnsAwayAtOnce() {
        boolean greeted = scene.state().id().equals(scene.campaign().start())
                && scene.state().collects().isEmpty()
                && scene.slots().isEmpty();
        return greeted && decision instanceof Decision.NotUnderstood && Resolve.isDeclining(locale, words.raw())
                ? scene.campaign()
                        .wayOut(scene.state())
                        .map(lost -> new Decided(new Decision.GiveUp(lost), decided.confidence(), Ground.ANSWERED))
                : Optional.empty();
    }

    private Optional<Decided> givesUp() {
        boolean open = Resolve.isOpen(locale, words.raw());
        boolean unsure = decision instanceof Decision.GiveUp && (!isPlain() || open);
        boolean declines =
                decision instanceof Decision.GiveUp && isOnlyOffered() && !Resolve.isPlain(locale, words.raw());
        if (answersBriefly()) {
            return answers();
        }
        if ((unsure || declines) && !open && ranking.isWayOnNext() && answered.isPresent()) {
            // "We don't want any" of the extras is no end of the order.
            return answers();
        }
        // Whoever calls everything off in plain words is heard, also where the network cannot place them.
        boolean unplaced = decision instanceof Decision.NotUnderstood && Resolve.isPlain(locale, words.raw());
        boolean canBeAsked = scene.before().awaiting() != Awaiting.GIVE_UP_CONSENT;
        Ground ground = unsure || unplaced ? Ground.UNSURE_OF_GIVING_UP : Ground.DECLINES_READ_BACK;
        return only(
                canBeAsked && (unsure || unplaced || declinesReadBack()),
                new Decided(new Decision.SeemToGiveUp(), decided.confidence(), ground));
    }

    /** "I'll pass", to extras or a croissant, looks like giving up; whoever means the whole order says so. */
    private boolean answersBriefly() {
        return decision instanceof Decision.GiveUp
                && answered.isPresent()
                && !scene.state().collects().isEmpty()
                && words.count() <= BRIEF
                && !Resolve.isPlain(locale, words.raw());
    }

    /** Whether everything that is asked for may be declined. */
    private boolean isOnlyOffered() {
        return !scene.state().collects().isEmpty()
                && scene.state().collects().stream()
                        .map(scene.campaign()::slot)
                        .allMatch(slot -> slot.optional() || slot.list());
    }

    /** Whether somebody who gives up is not to be asked: the network is sure, nothing is lost, or the words are plain. */
    private boolean isPlain() {
        boolean loneNo = scene.state().confirms() && said.no() && words.count() == 1;
        double sure = said.no() ? SURE_TO_GIVE_UP : SURE_WITHOUT_A_NO;
        return (decided.confidence() >= sure && !loneNo)
                || (said.no() && scene.slots().isEmpty())
                || Resolve.isPlain(locale, words.raw());
    }

    /** "No, wait": what a plain no means there is for the campaign's rows to say, and the network has learnt it. */
    private boolean declinesReadBack() {
        return decision instanceof Decision.NotUnderstood
                && scene.state().confirms()
                && said.no()
                && words.count() <= BRIEF;
    }

    private Optional<Decided> answers() {
        return answered.map(onward -> new Decided(onward, decided.confidence(), Ground.ANSWERED));
    }

    private Decided corrects(Ground ground) {
        return new Decided(new Decision.Correct(), decided.confidence(), ground);
    }

    private static Optional<Decided> only(boolean holds, Decided instead) {
        return holds ? Optional.of(instead) : Optional.empty();
    }
}
