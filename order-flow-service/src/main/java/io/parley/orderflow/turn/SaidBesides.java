package io.parley.orderflow.turn;

import io.parley.campaign.Slot;
import io.parley.campaign.State;
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

    /**
     * @param decision what the words come to
     * @return nothing where that is no question or doubt, where nothing is given besides, or where money is spent by what is said
     */
    static Optional<SaidBesides> in(Scene scene, Decision decision, Words words, ZonedDateTime now) {
        State state = scene.state();
        if (state.confirms() || state.pays() || state.digressionsForbidden()) {
            return Optional.empty();
        }
        Locale locale = scene.campaign().locale();
        Optional<ToldAndAsked> parted = switch (decision) {
            case Decision.Ask ask -> ToldAndAsked.of(locale, words.raw());
            case Decision.Hesitate hesitate -> ToldAndAsked.beforeDoubt(locale, words.raw());
            default -> Optional.empty();
        };
        return parted.flatMap(both -> {
            Heard told = new Heard(both.told(), state.collects(), scene.slots(), false, now);
            Map<String, List<String>> given = new TreeMap<>(
                    SlotExtractor.extractBare(scene.campaign(), told).values());
            given.entrySet().removeIf(value -> !isCertain(scene, value, both));
            return given.isEmpty() ? Optional.empty() : Optional.of(new SaidBesides(given, Words.of(both.asked())));
        });
    }

    /** The same decision with what is given besides. */
    Decided with(Decided decided) {
        return decided.decision() instanceof Decision.Digress digress
                ? new Decided(digress.with(values), decided.confidence(), Ground.ANSWERS_AND_ASKS)
                : decided;
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
