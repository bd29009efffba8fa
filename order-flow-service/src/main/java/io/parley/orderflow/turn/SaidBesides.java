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
import java.util.function.Function;

/**
 * An answer and a question, or a doubt, in one breath: "Two of us, and do children pay less?" The answer is taken where it is beyond
 * doubt, so that nobody has to say it twice, and the rest is looked up by itself. Pure.
 *
 * @param decision what the words come to, with what is given besides
 * @param rest what is asked or doubted
 */
record SaidBesides(Decision decision, Words rest) {

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
        Decision decision = decided.decision();
        if (decision instanceof Decision.Ask) {
            return ToldAndAsked.of(locale, words.raw()).flatMap(both -> given(scene, both, now, Decision.Ask::new));
        }
        if (decision instanceof Decision.Hesitate) {
            return ToldAndAsked.beforeDoubt(locale, words.raw())
                    .flatMap(both -> given(scene, both, now, Decision.Hesitate::new));
        }
        return decision instanceof Decision.Advance advance && mayAsk(scene, decided, proposed)
                ? ToldAndAsked.of(locale, words.raw())
                        .filter(both -> bare(scene, both, now).equals(heard.values()))
                        .map(both -> new SaidBesides(new Decision.AdvanceAsking(advance.to()), Words.of(both.asked())))
                : Optional.empty();
    }

    /** Whether the network, though it goes on, thinks of a question too. */
    private static boolean mayAsk(Scene scene, Decided decided, Optional<NextStateReply> proposed) {
        return decided.mayBeOtherwise()
                && new Ranking(scene.campaign(), scene.state(), proposed).isThoughtOf(ReservedState.QUESTION);
    }

    private static Optional<SaidBesides> given(
            Scene scene, ToldAndAsked both, ZonedDateTime now, Function<Map<String, List<String>>, Decision> digress) {
        Map<String, List<String>> given = new TreeMap<>(bare(scene, both, now));
        given.entrySet().removeIf(value -> !isCertain(scene, value, both));
        return given.isEmpty()
                ? Optional.empty()
                : Optional.of(new SaidBesides(digress.apply(given), Words.of(both.asked())));
    }

    /** What is told, if nothing else is. */
    private static Map<String, List<String>> bare(Scene scene, ToldAndAsked both, ZonedDateTime now) {
        Heard told = new Heard(both.told(), scene.state().collects(), scene.slots(), false, now);
        return SlotExtractor.extractBare(scene.campaign(), told).values();
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
