package io.parley.orderflow.turn;

import static io.parley.orderflow.turn.Stage.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.orderflow.GiftCards;
import io.parley.orderflow.slot.Extraction;
import io.parley.session.Session.Awaiting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever says yes to a note or a seal wants one of them, and is asked which. */
class OfferOfSeveralTest {

    private static final Decided ON = new Decided(new Decision.Advance("confirm-order"), 0.8, Ground.NETWORK);
    private static final Map<String, List<String>> KNOWN =
            Map.of("design", List.of("rocket"), "quantity", List.of("2"));

    private final Stage stage = new Stage(GiftCards.campaign());

    @ParameterizedTest
    @ValueSource(strings = {"yes please", "Sure, why not", "oh yes, I'd love one", "Please!"})
    void givenTwoExtrasOnOffer_whenAgreed_thenTheCustomerIsAskedWhichAndNothingIsPassedOver(String said) {
        Scene scene = extras(KNOWN);

        assertThat(OfferOfSeveral.on(scene, ON, NOTHING, Words.of(said)))
                .isEqualTo(new Decided(new Decision.Agree(), 0.8, Ground.AGREES_TO_SEVERAL));

        stage.play(scene, new Decision.Agree(), NOTHING);

        assertThat(scene.state().id()).isEqualTo("ask-extras");
        assertThat(scene.reply()).startsWith("Gladly, just tell me which.").endsWith("ask-extras two, a rocket?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fine", "yes, that's all", "yes, but how much is it", "ok thanks", "no"})
    void givenTwoExtrasOnOffer_whenSomethingElseIsSaid_thenThatCounts(String said) {
        assertThat(OfferOfSeveral.on(extras(KNOWN), ON, NOTHING, Words.of(said)))
                .isEqualTo(ON);
    }

    @Test
    void givenAYesThatNamesOne_whenSaid_thenItIsTaken() {
        Extraction seal = new Extraction(Map.of("extras", List.of("seal")), Map.of());

        assertThat(OfferOfSeveral.on(extras(KNOWN), ON, seal, Words.of("yes"))).isEqualTo(ON);
    }

    @Test
    void givenAQuestionOfYesOrNo_whenAgreed_thenItLeadsOn() {
        Scene ribbon = stage.scene("offer-ribbon", List.of("greeting"), KNOWN);

        assertThat(OfferOfSeveral.on(ribbon, ON, NOTHING, Words.of("yes please")))
                .isEqualTo(ON);
    }

    @Test
    void givenSomebodyWhoNeverNamesOne_whenAgreedThreeTimes_thenAPersonIsOffered() {
        Scene scene = extras(KNOWN);
        for (int i = 0; i < 3; i++) {
            stage.play(scene, new Decision.Agree(), NOTHING);
        }

        assertThat(scene.awaiting()).contains(Awaiting.CALL_BACK_CONSENT);
    }

    private Scene extras(Map<String, List<String>> known) {
        return stage.scene("ask-extras", List.of("greeting"), known);
    }
}
