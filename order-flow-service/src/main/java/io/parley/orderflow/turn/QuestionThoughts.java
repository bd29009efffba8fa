package io.parley.orderflow.turn;

import io.parley.campaign.SlotType;
import io.parley.contracts.ReservedState;
import io.parley.orderflow.slot.Asking;
import io.parley.orderflow.slot.Resolve;
import java.util.Optional;

/** What looks like a question and may be none, or like none and may be one. Pure. */
final class QuestionThoughts {

    private final Reconsidered it;

    QuestionThoughts(Reconsidered it) {
        this.it = it;
    }

    /** "Could you bring it to me" is a question only by its form; of a list, "could I have it cold" may ask what there is. */
    Optional<Decided> asksForSomething() {
        if (it.decision() instanceof Decision.Ask
                && Asking.isProposal(it.locale(), it.words().raw())
                && isDayOrHourAsked()) {
            return it.answers();
        }
        if (!(it.decision() instanceof Decision.Digress)
                || !Asking.isRequest(it.locale(), it.words().raw())) {
            return Optional.empty();
        }
        if (Resolve.isToChange(it.locale(), it.words().raw()) && it.change().isAny()) {
            return Optional.of(it.corrects(Ground.CHANGES_WHAT_IS_KNOWN));
        }
        boolean lists = it.scene().state().collects().stream()
                .anyMatch(slot -> it.scene().campaign().slot(slot).list());
        return lists ? Optional.empty() : it.answers();
    }

    /** "What about the third of March" proposes a day; "what about the suite" may ask what it is like. */
    private boolean isDayOrHourAsked() {
        return !it.scene().state().collects().isEmpty()
                && it.scene().state().collects().stream()
                        .map(slot -> it.scene().campaign().slot(slot).type())
                        .allMatch(type -> type == SlotType.DATE || type == SlotType.TIME || type == SlotType.DATE_TIME);
    }

    /** "Will a doctor examine us first" is no yes to seeing her. */
    Optional<Decided> asksAboutSomething() {
        boolean answersNothing = it.answered().isEmpty()
                && !it.said().yes()
                && !it.said().no()
                && !it.scene().state().collects().isEmpty();
        boolean asks =
                answersNothing && Asking.isQuestion(it.locale(), it.words().raw());
        return Reconsidered.only(
                it.decision() instanceof Decision.Advance && (asks || asksRatherThanAnswers()),
                new Decided(new Decision.Ask(), it.decided().confidence(), Ground.ASKS_A_QUESTION));
    }

    /** "What is better about the comfort cabin" names one, and the network may think of a question too. */
    private boolean asksRatherThanAnswers() {
        boolean open = it.decided().mayBeOtherwise()
                && Asking.isOpenQuestion(it.locale(), it.words().raw());
        return it.ranking().isThoughtOf(ReservedState.QUESTION)
                && (open || Asking.isMistypedQuestion(it.locale(), it.words().raw()));
    }

    /** "The album and the training day" while something else is asked for: no question has two things in it and no word that asks. */
    Optional<Decided> answersAhead() {
        return Reconsidered.only(
                it.decision() instanceof Decision.Ask
                        && it.decided().mayBeOtherwise()
                        && !Asking.isAny(it.locale(), it.words().raw())
                        && it.change().namesSeveralAhead(),
                new Decided(new Decision.NotUnderstood(), it.decided().confidence(), Ground.ANSWERS_AHEAD));
    }
}
