package io.parley.orderflow.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Campaign;
import io.parley.campaign.CampaignReader;
import io.parley.orderflow.slot.Extraction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What follows from a changed value: what it contradicts or makes pointless goes, the rest stays. */
class ChangeOfMindTest {

    @Nested
    class GivenACoffeeThatWasOrderedInOneBreath {

        private final Stage stage = new Stage(campaign("coffee-order"));
        private final List<String> way =
                List.of("ask-drink", "offer-croissant", "ask-handover", "ask-pickup-time", "ask-name", "confirm-order");
        private final Map<String, List<String>> known = known(
                "drink=flat_white;size=small;milk=oat;extras=hazelnut;quantity=2;wants_croissant=yes;handover=pickup;"
                        + "pickup_time=16:00;customer_name=Quentin");

        @Test
        void whenTheSizeIsChangedBeforePaying_thenItIsReadBackAndWhatWasSaidUnaskedIsNotAskedAgain() {
            Scene scene = stage.scene("payment", way, known);

            correct(stage, scene, Map.of("size", "large"), Map.of());

            assertThat(scene.state().id()).isEqualTo("confirm-order");
            assertThat(scene.slots()).isEqualTo(with(known, "size", "large"));
        }
    }

    @Nested
    class GivenAFlightOutAndBack {

        private final Campaign campaign = campaign("plane-ticket");
        private final Stage stage = new Stage(campaign);
        private final List<String> way = List.of(
                "greeting",
                "ask-destination",
                "ask-origin",
                "ask-trip",
                "ask-departure",
                "ask-return",
                "ask-passengers",
                "ask-fare",
                "ask-bags",
                "ask-seat",
                "ask-contact");
        private final Map<String, List<String>> known = known(
                "destination=rome;origin=london;trip=return;departure_date=2026-06-05;return_date=2026-06-12;passengers=2;"
                        + "fare=flex;baggage=cabin;seat=window;buyer_name=Jane Roe;email=jane@example.com");

        @Test
        void whenTheyLeaveAfterTheirReturn_thenOnlyTheReturnIsDroppedAndAskedAgain() {
            Scene scene = stage.scene("confirm-booking", way, known);

            correct(stage, scene, Map.of("departure_date", "2026-06-20"), Map.of());

            assertThat(scene.state().id()).isEqualTo("ask-return");
            assertThat(scene.slots()).isEqualTo(without(with(known, "departure_date", "2026-06-20"), "return_date"));
            assertThat(campaign.state("ask-return").invalid()).anyMatch(text -> isSaid(text, scene));

            advance(stage, scene, "ask-passengers", Map.of("return_date", "2026-06-25"));

            assertThat(scene.state().id()).isEqualTo("confirm-booking");
        }

        @Test
        void whenTheyInsistOnAReturnThatTheDepartureForbids_thenTheReturnStandsAndTheDepartureIsAskedAgain() {
            Map<String, List<String>> before =
                    known("destination=rome;origin=london;trip=return;departure_date=2026-06-20");
            Scene scene = stage.scene("ask-return", way.subList(0, 5), before);
            scene.forget("departure_date");

            correct(stage, scene, Map.of("return_date", "2026-06-12"), Map.of());

            assertThat(scene.state().id()).isEqualTo("ask-departure");
            assertThat(scene.slots()).isEqualTo(without(with(before, "return_date", "2026-06-12"), "departure_date"));

            advance(stage, scene, "ask-return", Map.of("departure_date", "2026-06-05"));

            assertThat(scene.state().id()).isEqualTo("ask-passengers");
        }

        @Test
        void whenTheyLeaveEarlier_thenTheReturnStays() {
            Scene scene = stage.scene("confirm-booking", way, known);

            correct(stage, scene, Map.of("departure_date", "2026-06-04"), Map.of());

            assertThat(scene.state().id()).isEqualTo("confirm-booking");
            assertThat(scene.slots()).isEqualTo(with(known, "departure_date", "2026-06-04"));
        }

        @Test
        void whenBothDatesMove_thenNothingIsAskedAgain() {
            Scene scene = stage.scene("confirm-booking", way, known);

            correct(stage, scene, Map.of("departure_date", "2026-06-20", "return_date", "2026-06-25"), Map.of());

            assertThat(scene.state().id()).isEqualTo("confirm-booking");
        }

        @Test
        void whenTheyGoBackAndLeaveLater_thenTheReturnIsAskedAgainOnTheWay() {
            Scene scene = stage.scene(
                    "ask-departure", List.of("greeting", "ask-destination", "ask-origin", "ask-trip"), known);

            advance(stage, scene, "ask-return", Map.of("departure_date", "2026-06-20"));

            assertThat(scene.state().id()).isEqualTo("ask-return");
            assertThat(scene.slots()).doesNotContainKey("return_date");
        }

        @Test
        void whenTheyFlyOneWayAfterAll_thenTheReturnIsForgottenAndNotAsked() {
            Scene scene = stage.scene("confirm-booking", way, known);

            correct(stage, scene, Map.of("trip", "single"), Map.of());

            assertThat(scene.state().id()).isEqualTo("confirm-booking");
            assertThat(scene.slots()).isEqualTo(without(with(known, "trip", "single"), "return_date"));
        }

        @Test
        void whenTheyChangeTheOrderWhilePaying_thenItIsReadBackAgainBeforeTheCardIsAskedFor() {
            List<String> confirmed = new ArrayList<>(way);
            confirmed.add("confirm-booking");
            Scene scene = stage.scene("payment", confirmed, known);

            correct(stage, scene, Map.of("passengers", "3"), Map.of());

            assertThat(scene.state().id()).isEqualTo("confirm-booking");

            advance(stage, scene, "payment", Map.of());

            assertThat(scene.state().id()).isEqualTo("payment");
        }
    }

    @Nested
    class GivenATripToSpace {

        private final Campaign campaign = campaign("space-trip");
        private final Stage stage = new Stage(campaign);
        private final List<String> way = List.of(
                "greeting",
                "ask-name",
                "ask-destination",
                "ask-dates",
                "ask-travellers",
                "ask-health",
                "ask-cabin",
                "offer-window",
                "ask-extras",
                "ask-contact");
        private final Map<String, List<String>> known = known(
                "name=Jane;destination=mars;departure_date=2026-06-05;travellers=2;fit_to_fly=yes;cabin=pod;wants_window=yes;"
                        + "extras=none;email=jane@example.com");

        @Test
        void whenOneChangeIsGoodAndOneIsNot_thenTheGoodOneIsMadeAndTheOtherRefusedWhereItIsAsked() {
            Scene scene = stage.scene("confirm-order", way, known);

            correct(stage, scene, Map.of("destination", "orbit"), Map.of("travellers", "too-high"));

            assertThat(scene.slots()).isEqualTo(with(known, "destination", "orbit"));
            assertThat(scene.state().id()).isEqualTo("ask-travellers");
            assertThat(campaign.state("ask-travellers").invalid()).anyMatch(text -> isSaid(text, scene));
        }

        @Test
        void whenTheRefusedValueWasNeverAskedFor_thenNothingIsSaidOfIt() {
            Scene scene = stage.scene("ask-dates", way.subList(0, 3), known("name=Jane;destination=mars"));

            correct(stage, scene, Map.of("destination", "orbit"), Map.of("travellers", "too-high"));

            assertThat(scene.state().id()).isEqualTo("ask-dates");
            assertThat(campaign.state("ask-dates").invalid()).noneMatch(text -> isSaid(text, scene));
        }

        @Test
        void whenTheChangeLeavesNothingToAskHere_thenTheFlowGoesOn() {
            Scene scene = stage.scene("offer-window", way.subList(0, 7), without(known, "wants_window"));

            correct(stage, scene, Map.of("cabin", "suite"), Map.of());

            assertThat(scene.state().id()).isEqualTo("ask-extras");
        }

        @Test
        void whenTheWordsAnswerTheQuestionToo_thenItIsNotAskedAgain() {
            Scene scene = stage.scene(
                    "ask-travellers", way.subList(0, 4), known("name=Jane;destination=mars;departure_date=2026-06-05"));

            correct(stage, scene, Map.of("destination", "moon", "travellers", "3"), Map.of());

            assertThat(scene.state().id()).isEqualTo("ask-health");
            assertThat(scene.slots()).containsEntry("destination", List.of("moon"));
        }

        @Test
        void whenAnAnswerIsNoLongerWanted_thenItIsAskedAgainOnceItIs() {
            Scene scene = stage.scene("confirm-order", way, known);

            correct(stage, scene, Map.of("cabin", "suite"), Map.of());

            assertThat(scene.state().id()).isEqualTo("confirm-order");
            assertThat(scene.slots()).doesNotContainKey("wants_window");

            correct(stage, scene, Map.of("cabin", "pod"), Map.of());

            assertThat(scene.state().id()).isEqualTo("offer-window");
        }
    }

    private static boolean isSaid(String text, Scene scene) {
        String words = text.substring(text.lastIndexOf("}}") + 1 == 0 ? 0 : text.lastIndexOf("}}") + 2);
        return scene.reply().endsWith(words);
    }

    private static void correct(Stage stage, Scene scene, Map<String, String> values, Map<String, String> invalid) {
        stage.play(scene, new Decision.Correct(), new Extraction(lists(values), invalid));
    }

    private static void advance(Stage stage, Scene scene, String to, Map<String, String> values) {
        stage.play(scene, new Decision.Advance(to), new Extraction(lists(values), Map.of()));
    }

    private static Map<String, List<String>> lists(Map<String, String> values) {
        Map<String, List<String>> lists = new HashMap<>();
        values.forEach((slot, value) -> lists.put(slot, List.of(value)));
        return lists;
    }

    private static Map<String, List<String>> known(String slots) {
        Map<String, List<String>> values = new HashMap<>();
        for (String slot : slots.split(";", -1)) {
            int equals = slot.indexOf('=');
            values.put(slot.substring(0, equals), List.of(slot.substring(equals + 1)));
        }
        return values;
    }

    private static Map<String, List<String>> with(Map<String, List<String>> known, String slot, String value) {
        Map<String, List<String>> values = new HashMap<>(known);
        values.put(slot, List.of(value));
        return values;
    }

    private static Map<String, List<String>> without(Map<String, List<String>> known, String slot) {
        Map<String, List<String>> values = new HashMap<>(known);
        values.remove(slot);
        return values;
    }

    private static Campaign campaign(String name) {
        return CampaignReader.read(Path.of("..", "training-data", name))
                .campaign()
                .orElseThrow();
    }
}
