package io.parley.orderflow.turn;

import io.parley.campaign.Campaign;
import io.parley.campaign.Option;
import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import io.parley.campaign.State;
import io.parley.contracts.voice.Expected.Kind;
import io.parley.orderflow.slot.Extraction;
import io.parley.orderflow.slot.Heard;
import io.parley.orderflow.slot.SlotExtractor;
import io.parley.session.Session;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What a session waits for: an answer to a question beside the flow, or a value of the first slot that its state asks for
 * and does not know.
 *
 * @param slot what is asked for; absent where no slot is
 */
record Expecting(Campaign campaign, Session session, Kind kind, Optional<Slot> slot) {

    static Expecting of(Campaign campaign, Session session) {
        State state = campaign.state(session.state());
        boolean byPerson = session.handOff() != null && session.handOff().isTaken();
        if (byPerson || !session.isOpen() || state.isFinal() || session.memory().asked() != null) {
            return new Expecting(campaign, session, Kind.ANYTHING, Optional.empty());
        }
        Session.Awaiting awaiting = session.awaiting();
        if (awaiting != null) {
            return new Expecting(campaign, session, kind(awaiting), Optional.empty());
        }
        if (state.confirms()) {
            return new Expecting(campaign, session, Kind.YES_NO, Optional.empty());
        }
        Optional<Slot> open = open(campaign, session, state);
        return new Expecting(campaign, session, open.map(Expecting::kind).orElse(Kind.ANYTHING), open);
    }

    /** Whether the state asks for a secret, whatever is asked beside it: customers may say it all the same. */
    boolean isMuted() {
        return campaign.state(session.state()).collects().stream()
                .map(campaign::slot)
                .anyMatch(slot -> kind(slot) == Kind.SECRET);
    }

    private static Optional<Slot> open(Campaign campaign, Session session, State state) {
        List<Slot> collected = state.collects().stream().map(campaign::slot).toList();
        return collected.stream()
                .filter(slot -> !session.slots().containsKey(slot.name()))
                .findFirst()
                // Asked for again although it is known: a default that the customer shall confirm, a card that was
                // declined.
                .or(() -> collected.stream().findFirst());
    }

    private static Kind kind(Session.Awaiting awaiting) {
        return switch (awaiting) {
            case CALL_BACK_CONSENT, GIVE_UP_CONSENT, RESTART_CONSENT -> Kind.YES_NO;
            case CALL_BACK_NUMBER -> Kind.NUMBER;
            case CORRECTION_VALUE -> Kind.ANYTHING;
        };
    }

    private static Kind kind(Slot slot) {
        if (slot.keepNever()) {
            return Kind.SECRET;
        }
        return switch (slot.type()) {
            case CHOICE -> Kind.CHOICE;
            case YES_NO -> Kind.YES_NO;
            case INTEGER, NUMBER, MONEY, PHONE -> Kind.NUMBER;
            case DATE -> Kind.DATE;
            case PERSON_NAME, EMAIL -> Kind.LETTERS;
            case CARD_NUMBER -> Kind.SECRET;
            case TIME, DATE_TIME, PLACE, TEXT -> Kind.ANYTHING;
        };
    }

    /** How else customers name what can be chosen. */
    List<String> synonyms() {
        return slot.filter(asked -> asked.type() == SlotType.CHOICE).stream()
                .flatMap(asked -> asked.options().values().stream())
                .map(Option::synonyms)
                .flatMap(List::stream)
                .toList();
    }

    /** Whether the words answer it. Where anything may be said, any words do. */
    boolean isAnsweredBy(Words words, ZonedDateTime now) {
        if (session.awaiting() != null) {
            return kind == Kind.ANYTHING || Aside.of(campaign, words, now).answers(session.awaiting());
        }
        if (slot.isEmpty()) {
            Aside said = Aside.of(campaign, words, now);
            return kind == Kind.ANYTHING || said.yes() || said.no();
        }
        Extraction extraction = SlotExtractor.extract(
                campaign,
                new Heard(words.raw(), campaign.state(session.state()).collects(), session.slots(), false, now));
        return extraction.values().containsKey(slot.get().name());
    }
}
