package io.parley.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.chat.OpenedConversation;
import io.parley.contracts.chat.TurnReply;
import io.parley.contracts.review.ReviewBatchGain;
import io.parley.contracts.review.ReviewExport;
import io.parley.contracts.review.ReviewReason;
import io.parley.contracts.review.ReviewVerdict;
import io.parley.standalone.client.GatewayClient;
import io.parley.standalone.client.ReviewsClient;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What fits two teas is asked about; what the customer chooses waits for review and becomes a row. */
@Timeout(180)
class ReviewIT {

    @RegisterExtension
    static final RunningTeaBox PARLEY = new RunningTeaBox();

    @Test
    void givenWordsThatFitTwoTeas_whenTheCustomerChooses_thenTheOrderGoesOnAndTheWordsBecomeARow() {
        GatewayClient gateway = PARLEY.gateway();
        OpenedConversation customer = gateway.open(TeaBox.ID, "chat");

        TurnReply asked = TeaBox.say(gateway, customer, "t-1", "assam, sencha");
        TurnReply chosen = TeaBox.say(gateway, customer, "t-2", "the second one");

        assertThat(asked.reply()).contains("“Assam”").contains("“Sencha”");
        assertThat(asked.choices()).containsExactly("Assam", "Sencha");
        assertThat(asked.state()).isEqualTo("ask-tea");
        assertThat(chosen.state()).isEqualTo("ask-quantity");
        assertThat(gateway.replays().conversation(customer.id()).identical()).isEqualTo(2);

        ReviewsClient reviews = gateway.reviews(TeaBox.ID);
        assertThat(reviews.open(0, 10).items()).singleElement().satisfies(item -> {
            assertThat(item.text()).isEqualTo("assam, sencha");
            assertThat(item.reasons()).containsExactly(ReviewReason.AMBIGUOUS, ReviewReason.CHOSEN);
            assertThat(item.proposed()).isEqualTo("ask-tea");
            assertThat(item.gain()).isEqualTo(1);
            assertThat(reviews.decide(item.id(), new ReviewVerdict("approve", null, null))
                            .label())
                    .isEqualTo("ask-tea");
        });

        ReviewExport batch = reviews.batch();

        assertThat(batch.csv()).contains(",\"assam, sencha\",ask-tea,ask-tea,\n");
        assertThat(reviews.open(0, 10).total()).isZero();
        List<ReviewBatchGain> gains = reviews.batches();
        assertThat(gains).singleElement().satisfies(gain -> {
            assertThat(gain.batch().rows()).isEqualTo(1);
            assertThat(gain.batch().versionBefore()).isEqualTo("v1");
            assertThat(gain.missing()).contains("does not have all of its rows");
        });
    }
}
