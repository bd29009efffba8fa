package io.parley.orderflow.turn;

import io.parley.contracts.model.NextStateReply;
import io.parley.orderflow.flow.Standing;
import io.parley.orderflow.slot.Extraction;
import io.parley.orderflow.slot.Heard;
import io.parley.orderflow.slot.SlotExtractor;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Hears what words fill, and weighs them against where the network would go. Pure. */
final class Weighing {

    private Weighing() {}

    /** What the words fill as an answer to what is asked. */
    static Extraction answered(Scene scene, Words words, ZonedDateTime now) {
        return SlotExtractor.extract(scene.campaign(), answering(scene, words, now));
    }

    /** What the words fill if they change something. */
    static Extraction corrected(Scene scene, Words words, ZonedDateTime now) {
        return SlotExtractor.extract(scene.campaign(), correcting(scene, words, now));
    }

    /**
     * What a turn comes to, but for what is said besides it.
     *
     * @param heard what the words fill
     * @param proposed the network's ranking, or nothing if it was silent
     */
    static Decided weigh(
            Scene scene, Extraction heard, Optional<NextStateReply> proposed, Words words, ZonedDateTime today) {
        return withoutWords(scene, words, heard).orElseGet(() -> {
            Decided decided = decide(scene, heard, proposed, words, today);
            Decided weighed = TwoLikely.weigh(scene, decided, heard, proposed, words);
            return SaidAgain.on(scene, OfferOfSeveral.on(scene, weighed, heard, words), heard, words);
        });
    }

    /**
     * No network decides about what has no words and gives nothing that was asked for: a rocket is no yes to an order. A card
     * number may be one where the order is read back, and says nothing before.
     */
    private static Optional<Decided> withoutWords(Scene scene, Words words, Extraction heard) {
        if (words.isSilent()) {
            return Optional.of(new Decided(new Decision.Silence(), 1, Ground.NOTHING_SAID));
        }
        boolean wordless =
                words.isWordless() || (words.isBareCard() && !scene.state().confirms());
        return wordless && heard.saysNothing()
                ? Optional.of(new Decided(new Decision.NotUnderstood(), 1, Ground.NO_WORDS))
                : Optional.empty();
    }

    /** The same of words that were asked about before: nobody is asked twice which of two they mean. */
    static Decided decide(
            Scene scene, Extraction heard, Optional<NextStateReply> proposed, Words words, ZonedDateTime today) {
        Set<String> filled = heard.values().keySet();
        Standing standing = scene.standingWith(heard.values());
        Aside said = Aside.of(scene.campaign(), words, today);
        boolean affirmed = proposed.isEmpty() && said.yes();
        Decided decided = Decider.decide(scene.campaign(), scene.state(), proposed, filled, standing, affirmed);
        Optional<Decision> answered = Decider.answered(scene.campaign(), scene.state(), filled, standing);
        Change change = new Change(
                scene,
                () -> corrected(scene, words, today),
                () -> SlotExtractor.extractBare(scene.campaign(), answering(scene, words, today)));
        return SecondThoughts.on(scene, decided, proposed, answered, change, said, words);
    }

    private static Heard answering(Scene scene, Words words, ZonedDateTime now) {
        return new Heard(words.raw(), scene.state().collects(), scene.slots(), false, now);
    }

    /** "Make it two" also changes what nobody has said but what holds by default, unless it is asked for now. */
    private static Heard correcting(Scene scene, Words words, ZonedDateTime now) {
        Map<String, List<String>> known = new HashMap<>(scene.standing().values());
        known.keySet().removeAll(scene.state().collects());
        known.putAll(scene.slots());
        boolean insisting = SaidAgain.isSaidAgain(scene.before(), words);
        return new Heard(words.raw(), scene.state().collects(), known, true, insisting, now);
    }
}
