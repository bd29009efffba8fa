package io.parley.orderflow.turn;

import io.parley.campaign.SlotType;
import io.parley.contracts.ReservedState;
import io.parley.contracts.text.Typos;
import io.parley.orderflow.slot.Asking;
import io.parley.orderflow.slot.Extraction;
import io.parley.orderflow.slot.Resolve;
import io.parley.session.Session;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Believes customers who say again what answers the question, though the network takes it for something else: an address that
 * is taken for a question would be answered with the same fact for ever. Pure.
 */
final class SaidAgain {

    private static final double NO_DOUBT = 0.9;

    private SaidAgain() {}

    /**
     * @param decided what the turn would come to
     * @param heard what the words fill
     * @return the same, or that the words lead on, or to a person if that was one of two readings that we asked about
     */
    static Decided on(Scene scene, Decided decided, Extraction heard, Words words) {
        Decision decision = decided.decision();
        boolean strays = decision instanceof Decision.Digress
                || decision instanceof Decision.NotUnderstood
                || decision instanceof Decision.Stay;
        if (!strays || !isSaidAgain(scene.before(), words)) {
            return decided;
        }
        Session.Which asked = scene.before().memory().asked();
        if (asked != null) {
            boolean person = Stream.of(asked.first(), asked.second()).anyMatch(ReservedState.PERSON.label()::equals);
            return person ? new Decided(new Decision.HandOff(), decided.confidence(), Ground.SAID_AGAIN) : decided;
        }
        return Decider.answered(
                        scene.campaign(), scene.state(), heard.values().keySet(), scene.standingWith(heard.values()))
                .filter(onward -> !isAskedOrDoubtedAgain(scene, decided, heard, words))
                .map(onward -> new Decided(onward, decided.confidence(), Ground.SAID_AGAIN))
                .orElse(decided);
    }

    /**
     * Whether the words ask, also the second time, or hold a yes or no in passing only while the network has no doubt of what they
     * are: "the whole office has to say yes first".
     */
    private static boolean isAskedOrDoubtedAgain(Scene scene, Decided decided, Extraction heard, Words words) {
        Locale locale = scene.campaign().locale();
        boolean inPassing = scene.state().collects().stream()
                        .filter(heard.values()::containsKey)
                        .allMatch(slot -> scene.campaign().slot(slot).type() == SlotType.YES_NO
                                || List.of(Extraction.NONE)
                                        .equals(heard.values().get(slot)))
                && !Resolve.isAnswering(locale, words.raw());
        return Asking.isQuestion(locale, words.raw()) || (inPassing && decided.confidence() >= NO_DOUBT);
    }

    /**
     * What stands in the way of a value that is said again, as a departure does of an earlier return: whoever insists on the one
     * means that the other is wrong.
     *
     * @param heard what the words fill, and what they do not
     */
    static Optional<String> insistsAgainst(Scene scene, Extraction heard, Words words) {
        if (!isSaidAgain(scene.before(), words)) {
            return Optional.empty();
        }
        return scene.state().collects().stream()
                .filter(heard.invalid()::containsKey)
                .map(slot -> scene.campaign().slot(slot).limits())
                .flatMap(limits -> Stream.concat(limits.after().stream(), limits.before().stream()))
                .filter(scene.slots()::containsKey)
                .findFirst();
    }

    /** Whether it was said in this state and, but for typing errors, in the same words. */
    static boolean isSaidAgain(Session before, Words words) {
        String[] now = words(words.masked().value());
        return before.memory().recent().stream()
                .filter(heard -> heard.state().equals(before.state()))
                .anyMatch(heard -> isSame(words(heard.text()), now));
    }

    private static String[] words(String text) {
        return text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
    }

    private static boolean isSame(String[] one, String[] other) {
        return one.length == other.length
                && Arrays.stream(one).anyMatch(word -> !word.isEmpty())
                && IntStream.range(0, one.length).allMatch(at -> isSame(one[at], other[at]));
    }

    private static boolean isSame(String one, String other) {
        int allowed = Typos.allowed(Math.min(one.length(), other.length()));
        return one.equals(other) || (allowed > 0 && Typos.distance(one, other, allowed) <= allowed);
    }
}
