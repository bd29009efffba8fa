package io.parley.orderflow.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Campaign;
import io.parley.contracts.model.ModelProvenance;
import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.ScoredState;
import io.parley.orderflow.GiftCards;
import io.parley.orderflow.flow.Standing;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeciderTest {

    private static final double ACCEPT_AT = 0.5;

    private final Campaign campaign = GiftCards.campaign();

    @Test
    void givenASureNetwork_whenItNamesASuccessor_thenTheConversationAdvances() {
        assertThat(decide("greeting", ranking("ask-design 0.9", "cancelled 0.1")))
                .isEqualTo(new Decided(new Decision.Advance("ask-design"), 0.9, Ground.NETWORK));
        assertThat(decide("greeting", ranking("cancelled 0.9", "ask-design 0.1")))
                .isEqualTo(new Decided(new Decision.GiveUp("cancelled"), 0.9, Ground.NETWORK));
    }

    @Test
    void givenASureNetwork_whenItNamesAReservedState_thenThatIsDone() {
        assertThat(decide("greeting", ranking("question 0.8")).decision()).isEqualTo(new Decision.Ask());
        assertThat(decide("greeting", ranking("hesitation 0.8")).decision()).isEqualTo(new Decision.Hesitate());
        assertThat(decide("greeting", ranking("person 0.8")).decision()).isEqualTo(new Decision.HandOff());
        assertThat(decide("greeting", ranking("back 0.8")).decision()).isEqualTo(new Decision.Back());
        assertThat(decide("greeting", ranking("other 0.8")).decision()).isEqualTo(new Decision.NotUnderstood());
        assertThat(decide("greeting", ranking("greeting 0.8")).decision()).isEqualTo(new Decision.Stay());
    }

    @Test
    void givenAnUnsureNetwork_whenNothingElseIsKnown_thenItIsNotUnderstood() {
        assertThat(decide("greeting", ranking("ask-design 0.4", "cancelled 0.3")))
                .isEqualTo(new Decided(new Decision.NotUnderstood(), 0.4, Ground.UNSURE));
    }

    @Test
    void givenAnUnsureNetwork_whenTheWordsFilledTheSlotAndOneWayLeadsOn_thenTheSlotDecides() {
        Decided decided = decide(
                "ask-design",
                Optional.of(ranking("other 0.3", "ask-quantity 0.2")),
                Map.of("design", List.of("rocket")),
                false);

        assertThat(decided).isEqualTo(new Decided(new Decision.Advance("ask-quantity"), 0.3, Ground.ANSWERED));
    }

    @Test
    void givenASureQuestion_whenTheWordsAlsoNameAnOption_thenItIsStillAQuestion() {
        Decided decided = decide(
                "ask-design",
                Optional.of(ranking("question 0.9", "ask-quantity 0.1")),
                Map.of("design", List.of("rocket")),
                false);

        assertThat(decided.decision()).isEqualTo(new Decision.Ask());
    }

    @Test
    void givenEdgesToldApartByACondition_whenTheirSharesAreSmall_thenTheyCountTogether() {
        Decided decided = decide(
                "ask-quantity",
                Optional.of(ranking("question 0.4", "offer-ribbon 0.35", "confirm-order 0.25")),
                Map.of("quantity", List.of("12")),
                false);

        assertThat(decided).isEqualTo(new Decided(new Decision.Advance("offer-ribbon"), 0.6, Ground.NETWORK));
    }

    @Test
    void givenAStrangeUtterance_whenTheNetworkNamesASuccessorAllTheSame_thenItIsNotUnderstood() {
        NextStateReply strange = new NextStateReply(
                "r",
                List.of(new ScoredState("ask-design", 0.9)),
                0.99,
                ACCEPT_AT,
                0.8,
                null,
                new ModelProvenance("v1", "hash", 1),
                List.of(),
                1,
                null);

        assertThat(decide("greeting", strange))
                .isEqualTo(new Decided(new Decision.NotUnderstood(), 0.9, Ground.STRANGE));
    }

    @Test
    void givenASilentNetwork_whenTheWordsDoNotLeadOn_thenItIsSaidHonestly() {
        assertThat(decide("greeting", Optional.empty(), Map.of(), false))
                .isEqualTo(new Decided(new Decision.ModelSilent(), 0, Ground.NETWORK_SILENT));
    }

    @Test
    void givenASilentNetwork_whenASlotOrAPlainYesLeadsOn_thenTheSaleGoesOn() {
        assertThat(decide("ask-design", Optional.empty(), Map.of("design", List.of("rocket")), false))
                .isEqualTo(new Decided(new Decision.Advance("ask-quantity"), 0, Ground.ANSWERED_WITHOUT_NETWORK));
        assertThat(decide("confirm-order", Optional.empty(), Map.of(), true))
                .isEqualTo(new Decided(new Decision.Advance("payment"), 0, Ground.PLAIN_YES));
    }

    private Decided decide(String state, NextStateReply reply) {
        return decide(state, Optional.of(reply), Map.of(), false);
    }

    private Decided decide(
            String state, Optional<NextStateReply> reply, Map<String, List<String>> filled, boolean affirmed) {
        return Decider.decide(
                campaign,
                campaign.state(state),
                reply,
                Set.copyOf(filled.keySet()),
                Standing.of(campaign, filled, false),
                affirmed);
    }

    private static NextStateReply ranking(String... shares) {
        List<ScoredState> ranking = Arrays.stream(shares)
                .map(share -> share.split(" "))
                .map(share -> new ScoredState(share[0], Double.parseDouble(share[1])))
                .toList();
        return new NextStateReply(
                "r", ranking, 0, ACCEPT_AT, 0.8, null, new ModelProvenance("v1", "hash", 1), List.of(), 1, null);
    }
}
