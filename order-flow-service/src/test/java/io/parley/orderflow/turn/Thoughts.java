package io.parley.orderflow.turn;

import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.ScoredState;
import io.parley.orderflow.GiftCards;
import io.parley.orderflow.slot.Extraction;
import io.parley.session.Session.Awaiting;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Second thoughts about two rocket cards that are read back. */
final class Thoughts {

    static final Stage STAGE = new Stage(GiftCards.campaign());
    static final Map<String, List<String>> KNOWN = Map.of("design", List.of("rocket"), "quantity", List.of("2"));
    static final List<String> PATH = List.of("greeting", "ask-design", "ask-quantity");
    static final Decision ON = new Decision.Advance("payment");

    private Thoughts() {}

    static Extraction ribbon(String answer) {
        return new Extraction(Map.of("wants_ribbon", List.of(answer)), Map.of());
    }

    static Extraction three() {
        return new Extraction(Map.of("quantity", List.of("3")), Map.of());
    }

    static Scene scene(Map<String, List<String>> known) {
        return STAGE.scene("confirm-order", PATH, known);
    }

    static Scene asked(Awaiting question) {
        return STAGE.scene("confirm-order", PATH, KNOWN, question);
    }

    static Decided think(Scene scene, Decided decided, Extraction corrected) {
        return think(scene, decided, corrected, "words");
    }

    /** @param ranking the states that the network names, likeliest first */
    static Decided think(Scene scene, Decided decided, Extraction corrected, String said, String... ranking) {
        return think(scene, decided, Optional.of(ON), corrected, said, ranking);
    }

    /** About words that answer nothing that was asked. */
    static Decided thinkWithoutAnAnswer(Scene scene, Decided decided, String said, String... ranking) {
        return think(scene, decided, Optional.empty(), Stage.NOTHING, said, ranking);
    }

    private static Decided think(
            Scene scene,
            Decided decided,
            Optional<Decision> answered,
            Extraction corrected,
            String said,
            String... ranking) {
        NextStateReply reply = Rankings.of(
                Stream.of(ranking).map(state -> new ScoredState(state, 0.2)).toList());
        Words words = Words.of(said);
        Aside aside = Aside.of(GiftCards.campaign(), words, Stage.NOON.atZone(ZoneOffset.UTC));
        return SecondThoughts.on(
                scene,
                decided,
                Optional.of(reply),
                answered,
                new Change(scene, () -> corrected, () -> corrected),
                aside,
                words);
    }
}
