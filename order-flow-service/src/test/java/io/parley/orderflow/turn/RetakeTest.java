package io.parley.orderflow.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.model.AnswerReply;
import io.parley.contracts.model.NextStateReply;
import io.parley.orderflow.campaign.CampaignFolders;
import io.parley.orderflow.campaign.Campaigns;
import io.parley.orderflow.order.PaymentProvider.Charge;
import io.parley.orderflow.order.PaymentProvider.PaymentResult;
import io.parley.orderflow.policy.AnswerQuestion;
import io.parley.orderflow.policy.NextStateQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Turns that did not go well are played again as they were, too. */
class RetakeTest {

    private final Campaigns campaigns = CampaignFolders.giftCard();

    @Test
    void givenModelsThatWereSilent_whenPlayedAgain_thenTheyAreSilentAgain() {
        assertPlayedTheSame(new RecordedPurchase.World() {
            @Override
            public Optional<NextStateReply> nextState(NextStateQuestion question) {
                return Optional.empty();
            }
        });
        assertPlayedTheSame(new RecordedPurchase.World() {
            @Override
            public Optional<AnswerReply> answer(AnswerQuestion question) {
                return Optional.empty();
            }
        });
    }

    @Test
    void givenACardThatWasDeclined_whenPlayedAgain_thenItIsDeclinedAgain() {
        List<TurnRecord> records = assertPlayedTheSame(new RecordedPurchase.World() {
            @Override
            public PaymentResult charge(String conversation, Charge charge) {
                return new PaymentResult.Declined();
            }
        });

        assertThat(records.getLast().exchange().reply()).contains("declined");
    }

    @Test
    void givenAPaymentThatFailed_whenPlayedAgain_thenTheCustomerIsAskedAgainAsThen() {
        List<TurnRecord> records = assertPlayedTheSame(new RecordedPurchase.World() {
            @Override
            public PaymentResult charge(String conversation, Charge charge) {
                throw new IllegalStateException("no database");
            }
        });

        assertThat(records.getLast().ground()).isEqualTo(Ground.FAULT);
    }

    @Test
    void givenAnOrderThatStoodInTheDatabaseAlready_whenPlayedAgain_thenItIsToldAgain() {
        List<TurnRecord> records = assertPlayedTheSame(
                new RecordedPurchase.World() {
                    private boolean charged;

                    @Override
                    public boolean isOrdered(String conversation) {
                        return charged;
                    }

                    @Override
                    public PaymentResult charge(String conversation, Charge charge) {
                        charged = true;
                        return new PaymentResult.TimedOut();
                    }
                },
                "well?");

        assertThat(records.getLast().ground()).isEqualTo(Ground.SOLD_BEFORE);
    }

    private List<TurnRecord> assertPlayedTheSame(Outside outside, String... more) {
        List<String> said = new ArrayList<>(RecordedPurchase.SAID);
        said.addAll(List.of(more));
        List<TurnRecord> records = RecordedPurchase.of(campaigns, "c-1", "chat", said, outside);
        for (TurnRecord record : records) {
            Retake.Retaken again = RecordedPurchase.retake(campaigns).play(record, RecordedPurchase.models());
            assertThat(again.record().timeless()).isEqualTo(record.timeless());
            assertThat(again.fromRecord()).isEmpty();
        }
        return records;
    }
}
