package io.parley.orderflow.turn;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.contracts.model.AnswerReply;
import io.parley.orderflow.campaign.CampaignFolders;
import io.parley.orderflow.campaign.Campaigns;
import io.parley.orderflow.campaign.OfferedCampaign;
import io.parley.orderflow.response.BucketRenderer;
import io.parley.orderflow.response.Rendering;
import io.parley.orderflow.secret.Vaults;
import io.parley.session.SealedTurn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is recorded of a purchase. */
class TurnRecordTest {

    private final Campaigns campaigns = CampaignFolders.giftCard();
    private final List<TurnRecord> records = RecordedPurchase.of(campaigns, "c-1");

    @Test
    void givenAPurchase_whenRecorded_thenEachTurnBeginsWhereTheOneBeforeEnded() {
        assertThat(records).extracting(TurnRecord::turn).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        for (int turn = 1; turn < records.size(); turn++) {
            assertThat(records.get(turn).before())
                    .isEqualTo(records.get(turn - 1).after());
        }
        assertThat(records.getLast().after().outcome()).isEqualTo("sale");
        assertThat(records.getLast().order()).isNotNull();
    }

    @Test
    void givenAQuestion_whenRecorded_thenWhatWasAskedAnsweredAndToldIsThere() {
        TurnRecord question = records.get(2);

        assertThat(question.decision()).isEqualTo("ask");
        assertThat(question.ground()).isEqualTo(Ground.NETWORK);
        assertThat(question.confidence()).isEqualTo(0.8125);
        Seen.NextState network = requireNonNull(question.seen().nextState());
        assertThat(network.question().text().value()).isEqualTo("how long does delivery take");
        assertThat(network.question().history()).hasSize(2);
        AnswerReply memory =
                requireNonNull(requireNonNull(question.seen().answer()).reply());
        assertThat(memory.facts().getFirst().fact()).isEqualTo("delivery-time");
        assertThat(question.seen().counted()).isEmpty();
        assertThat(question.replies()).hasSize(2).first().satisfies(told -> {
            assertThat(told.bucket()).isEqualTo("answer");
            assertThat(told.text()).contains("two to three days");
        });
        assertThat(question.factsHash()).isNotNull();
        assertThat(records.getFirst().factsHash()).isNull();
        assertThat(question.micros()).containsKeys("next-state", "next-state.model", "answer", "play");
    }

    @Test
    void givenACardNumber_whenRecorded_thenOnlyItsLastDigitsAreThereAndTheResultOfThePayment() {
        TurnRecord payment = records.getLast();

        assertThat(JsonMapper.shared().writeValueAsString(records))
                .doesNotContainPattern("4539\\D?1488")
                .doesNotContain("token-hash");
        assertThat(payment.said()).endsWith("6467").hasSameSizeAs(RecordedPurchase.CARD);
        assertThat(payment.seen().payment()).isEqualTo(new Seen.Payment("approved", "sandbox-6467"));
        assertThat(payment.after().slots()).containsEntry("card_number", List.of("•••• 6467"));
    }

    @Test
    void givenACardThatIsKeptForLater_whenRecorded_thenNotEvenItsSealedNumberIsThere() {
        OfferedCampaign offered = campaigns.offered("gift-card");
        Stage stage = new Stage(offered.campaign());
        Scene scene = stage.scene("payment", List.of(), Map.of("card_number", List.of("4539148803436467")));
        Curtain curtain = new Curtain(new BucketRenderer(), Vaults.withKey(1));
        Words words = Words.of("wait");
        Spoken spoken = curtain.close(
                offered, scene, "t-1", words, Account.without("stay", Ground.NETWORK, 0.9), Optional.empty());
        assertThat(requireNonNull(spoken.session().slots().get("card_number")).getFirst())
                .hasSizeGreaterThan("sealed:v1:".length());

        TurnRecord record = TurnRecord.of(spoken.session(), words, spoken, new Witness(new RecordedPurchase.World()));

        assertThat(record.before().slots()).containsEntry("card_number", List.of("sealed:v1:"));
        assertThat(record.after().slots()).containsEntry("card_number", List.of("sealed:v1:"));
    }

    @Test
    void givenACardNumberAmongTheWordsOfASlot_whenRecorded_thenItIsNeitherThereNorInTheReply() {
        OfferedCampaign offered = campaigns.offered("gift-card");
        Scene scene = new Stage(offered.campaign())
                .scene("confirm-order", List.of(), Map.of("buyer_name", List.of("Ada 4539148803436467")));
        scene.say(new Rendering("greet", 0, "Hello Ada 4539148803436467."));
        Curtain curtain = new Curtain(new BucketRenderer(), Vaults.withKey(1));
        Words words = Words.of("hello");
        Spoken spoken = curtain.close(
                offered, scene, "t-1", words, Account.without("stay", Ground.NETWORK, 0.9), Optional.empty());

        TurnRecord record = TurnRecord.of(scene.before(), words, spoken, new Witness(new RecordedPurchase.World()));

        assertThat(JsonMapper.shared().writeValueAsString(record)).doesNotContain("453914880343");
        assertThat(record.exchange().reply()).isEqualTo("Hello Ada 6000000000006467.");
    }

    @Test
    void givenARecord_whenSealed_thenNoWordIsInTheClearAndOnlyItsOwnTurnOpensIt() {
        TurnRecord buyer = records.get(6);
        SealedTurn sealed = RecordedPurchase.sealed(buyer);

        assertThat(sealed.sealedRecord()).startsWith("sealed:v1:");
        assertThat(Vaults.legible(sealed.toString()))
                .doesNotContain("Ada", "Lovelace", RecordedPurchase.EMAIL, "rocket");
        assertThat(buyer.toString()).doesNotContain("Ada");
        assertThat(RecordedPurchase.seal(1).open(sealed)).isEqualTo(buyer);
        assertThatThrownBy(() -> RecordedPurchase.seal(1)
                        .open(new SealedTurn("c-1", 8, "gift-card", false, sealed.sealedRecord())))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> RecordedPurchase.seal(2).open(sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void givenARehearsal_whenRecorded_thenItIsMarked() {
        assertThat(RecordedPurchase.sealed(records.getFirst()).rehearsal()).isFalse();
        assertThat(RecordedPurchase.sealed(
                                RecordedPurchase.rehearsed(campaigns, "c-3").getFirst())
                        .rehearsal())
                .isTrue();
    }
}
