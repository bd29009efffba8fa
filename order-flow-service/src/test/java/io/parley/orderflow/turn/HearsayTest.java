package io.parley.orderflow.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Campaign;
import io.parley.campaign.CampaignReader;
import io.parley.contracts.event.DialogueEvent.ReplyCutShort;
import io.parley.contracts.privacy.MaskedText;
import io.parley.contracts.voice.Expected.Kind;
import io.parley.orderflow.GiftCards;
import io.parley.session.Exchange;
import io.parley.session.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HearsayTest {

    private static final Campaign TRIP = CampaignReader.read(Path.of("..", "training-data", "space-trip"))
            .campaign()
            .orElseThrow();

    private final Stage stage = new Stage(GiftCards.campaign());
    private final Stage trip = new Stage(TRIP);

    @Test
    void givenReadings_whenALaterOneAnswersTheQuestion_thenItCounts() {
        assertThat(said("ask-design", "the rock it", "the rocket")).isEqualTo("the rocket");
        assertThat(said("ask-quantity", "for", "four")).isEqualTo("four");
        assertThat(said("confirm-order", "guess", "yes")).isEqualTo("yes");
        assertThat(said(TRIP, trip, "ask-dates", "choose the fist", "june the fifth"))
                .isEqualTo("june the fifth");
    }

    @Test
    void givenReadings_whenTheLikeliestAnswersOrNoneDoes_thenTheLikeliestCounts() {
        assertThat(said("ask-design", "flowers", "the rocket")).isEqualTo("flowers");
        assertThat(said("ask-design", "how long does it take", "how long does it bake"))
                .isEqualTo("how long does it take");
    }

    @Test
    void givenStates_whenAsked_thenTheySayWhatTheyExpect() {
        assertThat(kind("greeting")).isEqualTo(Kind.ANYTHING);
        assertThat(kind("ask-design")).isEqualTo(Kind.CHOICE);
        assertThat(kind("ask-quantity")).isEqualTo(Kind.NUMBER);
        assertThat(kind(TRIP, trip, "ask-dates")).isEqualTo(Kind.DATE);
        assertThat(kind(TRIP, trip, "ask-name")).isEqualTo(Kind.LETTERS);
        assertThat(kind("confirm-order")).isEqualTo(Kind.YES_NO);
        assertThat(kind("payment")).isEqualTo(Kind.SECRET);
        Session asked = stage.scene("payment", List.of(), Map.of(), Session.Awaiting.CALL_BACK_NUMBER)
                .before();
        assertThat(Expecting.of(GiftCards.campaign(), asked).kind()).isEqualTo(Kind.NUMBER);
    }

    @Test
    void givenAReplyCutShort_whenTheTurnIsKept_thenTranscriptAndEventsTellHowMuchWasHeard() {
        Exchange exchange = new Exchange(
                "t2", new MaskedText("stop"), "Fine.", "ask-design", List.of(), null, null, null, Stage.NOON);

        assertThat(Hearsay.spoken("stop", List.of(), "Hello and").told(exchange).heardBefore())
                .isEqualTo("Hello and");
        assertThat(Hearsay.written("stop").told(exchange).heardBefore()).isNull();
        assertThat(new ReplyCutShort("e", "c", Stage.NOON, 2, 9).heardCharacters())
                .isEqualTo(9);
    }

    @Test
    void givenARepeatedTurn_whenAnyReadingIsWhatCounted_thenItIsTheSameTurn() {
        Hearsay hearsay = Hearsay.spoken("the rock it", List.of("the rocket"), null);

        assertThat(hearsay.mayBe(new MaskedText("the rocket"))).isTrue();
        assertThat(hearsay.mayBe(new MaskedText("flowers"))).isFalse();
        assertThat(hearsay.heardReply()).isEqualTo(Optional.empty());
    }

    private String said(String state, String first, String second) {
        return said(GiftCards.campaign(), stage, state, first, second);
    }

    private static String said(Campaign campaign, Stage stage, String state, String first, String second) {
        Session session = stage.scene(state, List.of(), Map.of()).before();
        return Hearsay.spoken(first, List.of(second), null)
                .words(campaign, session, Stage.NOON)
                .raw();
    }

    private Kind kind(String state) {
        return kind(GiftCards.campaign(), stage, state);
    }

    private static Kind kind(Campaign campaign, Stage stage, String state) {
        return Expecting.of(campaign, stage.scene(state, List.of(), Map.of()).before())
                .kind();
    }
}
