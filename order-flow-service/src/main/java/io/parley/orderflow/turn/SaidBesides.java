package io.parley.orderflow.turn;

import io.parley.campaign.Slot;
import io.parley.campaign.State;
import io.parley.contracts.ReservedState;
import io.parley.contracts.model.NextStateReply;
import io.parley.orderflow.slot.Extraction;
import io.parley.orderflow.slot.Heard;
import io.parley.orderflow.slot.SlotExtractor;
import io.parley.orderflow.slot.ToldAndAsked;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An answer and a question, or a doubt, in one breath: "Two of us, and do children pay less?" The answer is taken where it is beyond
 * doubt, so that nobody has to say it twice, and the rest is looked up by itself. Pure.
 *
 * @param values what is given, by slot
 * @param rest what is asked or doubted
 */
record SaidBesides(Map<String, List<String>> values, Words rest) {

    /** Who is surer than this that something is answered thinks of no question beside it. */
    private static final double SURE_OF_AN_ANSWER = 0.97;

    /**
     * @param decided what the words come to
     * @param heard what they fill
     * @param proposed the network's ranking, or nothing if it was silent
     * @return nothing where nothing is asked or nothing given, or where money is spent by what is said
     */
    static Optional<SaidBesides> in(
            Scene scene,
            Decided decided,
            Extraction heard,
            Optional<NextStateReply> proposed,
            Words words,
            ZonedDateTime now) {
        State state = scene.state();
        if (state.confirms() || state.pays() || state.digressionsForbidden()) {
            return Optional.empty();
        }
        Locale locale = scene.campaign().locale();
        return switch (decided.decision()) {
            case Decision.Ask ask -> ToldAndAsked.of(locale, words.raw()).flatMap(both -> given(scene, both, now));
            case Decision.Hesitate hesitate ->
                ToldAndAsked.beforeDoubt(locale, words.raw()).flatMap(both -> given(scene, both, now));
            case Decision.Advance advance
            when mayAsk(scene, decided, proposed) ->
                ToldAndAsked.of(locale, words.raw())
                        .filter(both -> SlotExtractor.extractBare(scene.campaign(), told(scene, both, now))
                                .values()
                                .equals(heard.values()))
                        .map(both -> new SaidBesides(Map.of(), Words.of(both.asked())));
            default -> Optional.empty();
        };
    }

    /** Whether the network, though it goes on, thinks of a question too. */
    private static boolean mayAsk(Scene scene, Decided decided, Optional<NextStateReply> proposed) {
        return decided.confidence() < SURE_OF_AN_ANSWER
                && new Ranking(scene.campaign(), scene.state(), proposed).isThoughtOf(ReservedState.QUESTION);
    }

    private static Optional<SaidBesides> given(Scene scene, ToldAndAsked both, ZonedDateTime now) {
        Map<String, List<String>> given =
                new TreeMap<>(SlotExtractor.extractBare(scene.campaign(), told(scene, both, now))
                        .values());
        given.entrySet().removeIf(value -> !isCertain(scene, value, both));
        return given.isEmpty() ? Optional.empty() : Optional.of(new SaidBesides(given, Words.of(both.asked())));
    }

    private static Heard told(Scene scene, ToldAndAsked both, ZonedDateTime now) {
        return new Heard(both.told(), scene.state().collects(), scene.slots(), false, now);
    }

    /** The same decision with what is given besides. */
    Decided with(Decided decided) {
        return switch (decided.decision()) {
            case Decision.Digress digress ->
                new Decided(digress.with(values), decided.confidence(), Ground.ANSWERS_AND_ASKS);
            case Decision.Advance advance ->
                new Decided(new Decision.AdvanceAsking(advance.to()), decided.confidence(), Ground.ANSWERS_AND_ASKS);
            default -> decided;
        };
    }

    private static boolean isCertain(Scene scene, Map.Entry<String, List<String>> value, ToldAndAsked both) {
        Slot slot = scene.campaign().slot(value.getKey());
        if (scene.slots().containsKey(slot.name()) || value.getValue().equals(List.of(Extraction.NONE))) {
            return false;
        }
        return switch (slot.type()) {
            // "The suite, how big is it" may only speak of it.
            case CHOICE, PLACE -> both.settled() || !(slot.list() || both.refers());
            case PERSON_NAME -> isNamed(value.getValue().getFirst(), both);
            // A yes may be one to what was told before, and a text may be anything.
            case YES_NO, TEXT, CARD_NUMBER -> false;
            case DATE, TIME, DATE_TIME, INTEGER, NUMBER, MONEY, EMAIL, PHONE -> true;
        };
    }

    /** A word by itself may be any word, "honestly, is it safe", and so may one behind "I'm" that is written small. */
    private static boolean isNamed(String name, ToldAndAsked both) {
        boolean introduced = both.introduces() && both.told().endsWith(name);
        return introduced || (name.contains(" ") && !both.doubts());
    }
}
