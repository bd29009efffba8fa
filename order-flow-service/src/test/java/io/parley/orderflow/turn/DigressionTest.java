package io.parley.orderflow.turn;

import static io.parley.orderflow.turn.Stage.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Pitch;
import io.parley.contracts.event.DialogueEvent.PersonWanted;
import io.parley.orderflow.GiftCards;
import io.parley.orderflow.pitch.Odds;
import io.parley.orderflow.response.Rendering;
import io.parley.orderflow.slot.Extraction;
import io.parley.session.Session;
import io.parley.session.Session.Awaiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The customer asks or hesitates on the way. */
class DigressionTest {

    private final Stage stage = new Stage(GiftCards.campaign());

    private final Map<String, List<String>> known = Map.of("design", List.of("rocket"));

    @Test
    void givenADigression_whenAFactFits_thenItIsToldWithItsPitchAndTheStateAsksAgain() {
        Scene scene = stage.scene("ask-quantity", List.of("greeting"), known);

        stage.play(scene, new Decision.Ask(), "words", NOTHING, Optional.of(Recollections.of("delivery-time", 0.1)));

        assertThat(scene.reply())
                .startsWith("Two days for a rocket. Order now. ")
                .endsWith("?");
        assertThat(scene.state().id()).isEqualTo("ask-quantity");
        assertThat(scene.slots()).isEqualTo(known);
        assertThat(scene.facts().told()).containsExactly("delivery-time");
    }

    @Test
    void givenWordsTakenForAQuestion_whenNoFactFitsAndTheyFailAsAnAnswer_thenItIsSaidWhatIsWrongWithThem() {
        Scene scene = stage.scene("ask-quantity", List.of("greeting"), known);
        Extraction refused = new Extraction(Map.of(), Map.of("quantity", "too-high"));

        stage.play(scene, new Decision.Ask(), "words", refused, Optional.of(Recollections.of("delivery-time", 0.9)));

        assertThat(scene.awaiting()).isEmpty();
        assertThat(scene.said()).extracting(Rendering::bucket).containsExactly("invalid");
    }

    @Test
    void givenADigression_whenItIsToldAgain_thenWithoutThePitch() {
        Scene scene = stage.scene("ask-quantity", List.of("greeting"), known);
        scene.facts().tell("delivery-time");
        scene.facts().pitch(Pitch.anywhere("Order now."));

        stage.play(scene, new Decision.Ask(), "words", NOTHING, Optional.of(Recollections.of("delivery-time", 0.1)));

        assertThat(scene.reply()).startsWith("Two days for a rocket. ").doesNotContain("Order now");
    }

    @Test
    void givenSeveralPitches_whenTheFactIsToldAgain_thenThePitchIsAnotherAndAtLastNone() {
        Stage several = new Stage(GiftCards.selling(
                Pitch.anywhere("Order now."),
                new Pitch("It is the last one.", List.of("payment"), List.of()),
                new Pitch("A {{design}} is a fine choice.", List.of(), List.of("design"))));
        Scene scene = several.scene("ask-quantity", List.of("greeting"), known);

        List<String> replies = new ArrayList<>();
        for (int turn = 0; turn < 3; turn++) {
            int before = scene.reply().length();
            several.play(
                    scene, new Decision.Ask(), "words", NOTHING, Optional.of(Recollections.of("delivery-time", 0.1)));
            replies.add(scene.reply().substring(before).strip());
        }

        assertThat(replies.get(0)).startsWith("Two days for a rocket. Order now. ");
        assertThat(replies.get(1)).startsWith("Two days for a rocket. A a rocket is a fine choice. ");
        assertThat(replies.get(2)).startsWith("Two days for a rocket. ").doesNotContain("now", "choice", "last");
        assertThat(scene.facts().pitched()).hasSize(2);
    }

    @Test
    void givenSeveralPitches_whenOneSoldBest_thenItIsSaidWhereverItStands() {
        Pitch best = Pitch.anywhere("It is the last one.");
        Stage several = new Stage(GiftCards.selling(Pitch.anywhere("Order now."), best));
        Scene scene = several.scene("ask-quantity", List.of("greeting"), known);
        scene.facts().sellBy(Odds.favouring("delivery-time", best));

        several.play(scene, new Decision.Ask(), "words", NOTHING, Optional.of(Recollections.of("delivery-time", 0.1)));

        assertThat(scene.reply()).startsWith("Two days for a rocket. It is the last one. ");
        assertThat(scene.facts().pitchedNow()).contains(best.id());
    }

    @Test
    void givenSeveralPitches_whenTheTurnIsPlayedAgain_thenTheSameOneIsSaid() {
        Stage several =
                new Stage(GiftCards.selling(Pitch.anywhere("Order now."), Pitch.anywhere("It is the last one.")));
        List<String> replies = new ArrayList<>();
        for (int time = 0; time < 2; time++) {
            Scene scene = several.scene("ask-quantity", List.of("greeting"), known);
            scene.facts().sellBy(Odds.even());
            several.play(
                    scene, new Decision.Ask(), "words", NOTHING, Optional.of(Recollections.of("delivery-time", 0.1)));
            replies.add(scene.reply());
        }

        assertThat(replies.getFirst()).isEqualTo(replies.getLast());
    }

    @Test
    void givenADigression_whenNoFactFits_thenThatIsSaidHonestlyAndAPersonIsOffered() {
        Scene scene = stage.scene("ask-quantity", List.of("greeting"), known);

        stage.play(scene, new Decision.Ask(), "words", NOTHING, Optional.of(Recollections.of("delivery-time", 0.9)));

        assertThat(scene.reply()).contains("colleague");
        assertThat(scene.awaiting()).contains(Awaiting.CALL_BACK_CONSENT);
        assertThat(scene.events()).hasOnlyElementsOfType(PersonWanted.class);
    }

    @Test
    void givenADigression_whenTheFactSpeaksOfWhatIsNotKnownYet_thenNoneIsToldAndAPersonIsOffered() {
        Scene scene = stage.scene("ask-design", List.of("greeting"), Map.of());

        stage.play(scene, new Decision.Ask(), "words", NOTHING, Optional.of(Recollections.of("delivery-time", 0.1)));

        assertThat(scene.reply()).contains("colleague");
        assertThat(scene.awaiting()).contains(Awaiting.CALL_BACK_CONSENT);
        assertThat(scene.facts().told()).isEmpty();
    }

    @Test
    void givenADigression_whenADoubtIsMetByAFactOfWhatIsNotKnownYet_thenTheCustomerIsReassured() {
        Scene scene = stage.scene("ask-design", List.of("greeting"), Map.of());

        stage.play(
                scene, new Decision.Hesitate(), "words", NOTHING, Optional.of(Recollections.of("delivery-time", 0.1)));

        assertThat(scene.reply()).startsWith("Take all the time you need.").endsWith("?");
    }

    @Test
    void givenThreeUtterancesInOneState_whenOneMoreIsAnswered_thenTheWayBackSaysSo() {
        Scene soon = stage.sceneAfter("ask-quantity", heard("ask-design", "ask-quantity", "ask-quantity"), known);
        stage.play(soon, new Decision.Ask(), "words", NOTHING, Optional.of(Recollections.of("delivery-time", 0.1)));
        assertThat(soon.said()).extracting(Rendering::bucket).doesNotContain("way-back");

        Scene late = stage.sceneAfter("ask-quantity", heard("ask-quantity", "ask-quantity", "ask-quantity"), known);
        stage.play(late, new Decision.Ask(), "words", NOTHING, Optional.of(Recollections.of("delivery-time", 0.1)));
        assertThat(late.said()).extracting(Rendering::bucket).contains("way-back");
        assertThat(late.reply()).endsWith("?");
    }

    @Test
    void givenACustomerWhoWasLeftInPeaceHere_whenTheyObjectAgain_thenTheyAreAskedWhetherTheyGiveUp() {
        Stage doubtful = new Stage(GiftCards.reassuring("doubt-1", "doubt-2", "doubt-3", "doubt-4"));
        Scene scene = doubtful.sceneAfter("ask-quantity", heard("ask-quantity", "ask-quantity", "ask-quantity"), known);
        for (String doubt : List.of("doubt-1", "doubt-2", "doubt-3", "doubt-4", "doubt-4")) {
            doubtful.play(scene, new Decision.Hesitate(), "hm", NOTHING, Optional.of(Recollections.of(doubt, 0.1)));
        }

        assertThat(scene.said().getLast().bucket()).isEqualTo("give-up-sure");
        assertThat(scene.awaiting()).contains(Awaiting.GIVE_UP_CONSENT);
        assertThat(scene.state().id()).isEqualTo("ask-quantity");
    }

    @Test
    void givenThreeDoubtsThatWereMet_whenTheCustomerHesitatesAgain_thenTheyAreLeftInPeaceAndNothingIsLost() {
        Stage doubtful = new Stage(GiftCards.reassuring("doubt-1", "doubt-2", "doubt-3", "doubt-4"));
        Scene scene = doubtful.scene("ask-quantity", List.of("greeting"), known);
        for (String doubt : List.of("doubt-1", "doubt-2", "doubt-3", "doubt-4")) {
            doubtful.play(scene, new Decision.Hesitate(), "hm", NOTHING, Optional.of(Recollections.of(doubt, 0.1)));
        }

        assertThat(scene.facts().told()).containsExactly("doubt-1", "doubt-2", "doubt-3");
        assertThat(scene.reply()).endsWith("say a word here and we go on from this very place.");
        assertThat(scene.state().id()).isEqualTo("ask-quantity");
        assertThat(scene.slots()).isEqualTo(known);
    }

    @Test
    void givenADigression_whenTheMemoryIsSilent_thenTheCustomerIsAskedToSayItAgain() {
        Scene scene = stage.scene("ask-quantity", List.of("greeting"), known);

        stage.play(scene, new Decision.Ask(), NOTHING);

        assertThat(scene.reply()).isEqualTo("Sorry, that took me too long. Could you say it once more?");
    }

    @Test
    void givenAFactThatIsGone_whenTheMemoryStillNamesItOrTheCustomerWasToldItBefore_thenAPersonIsOffered() {
        Scene scene = stage.scene("ask-quantity", List.of("greeting"), known);
        scene.facts().tell("gone");

        stage.play(scene, new Decision.Ask(), "words", NOTHING, Optional.of(Recollections.of("gone", 0.1)));

        assertThat(scene.reply()).contains("colleague");
        assertThat(scene.awaiting()).contains(Awaiting.CALL_BACK_CONSENT);
        assertThat(scene.facts().told()).containsExactly("gone");
    }

    private static List<Session.Heard> heard(String... states) {
        return Stream.of(states).map(state -> new Session.Heard(state, "words")).toList();
    }
}
