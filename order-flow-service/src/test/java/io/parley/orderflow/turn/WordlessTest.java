package io.parley.orderflow.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.ScoredState;
import io.parley.contracts.privacy.MaskedText;
import io.parley.orderflow.campaign.CampaignFolders;
import io.parley.orderflow.campaign.Campaigns;
import io.parley.orderflow.policy.NextStateQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures, signs and figures: a network takes them for anything, and they are no yes. */
class WordlessTest {

    private static final List<String> UP_TO_THE_READ_BACK =
            RecordedPurchase.SAID.subList(0, RecordedPurchase.SAID.size() - 2);

    private final Campaigns campaigns = CampaignFolders.giftCard();

    @ParameterizedTest
    @ValueSource(strings = {"🚀🚀🚀🚀", "???!!!...", "99999999999999999999999999", "-1 -0", "\ufffd\u001b[31m\ufffd"})
    void givenTheOrderIsReadBack_whenNoWordComes_thenItIsNotConfirmed(String said) {
        TurnRecord last = afterTheReadBack(said);

        assertThat(last.ground()).isEqualTo(Ground.NO_WORDS);
        assertThat(last.exchange().state()).isEqualTo("confirm-order");
    }

    @Test
    void givenTheOrderIsReadBack_whenAWordComes_thenTheNetworkDecides() {
        assertThat(afterTheReadBack("go for it 🚀").exchange().state()).isEqualTo("payment");
    }

    @Test
    void givenTheOrderIsReadBack_whenACardNumberComes_thenTheNetworkDecides() {
        TurnRecord last = afterTheReadBack("4242 4242 4242 4242");

        assertThat(last.ground()).isEqualTo(Ground.NETWORK);
        assertThat(last.exchange().state()).isEqualTo("payment");
    }

    @Test
    void givenTheFirstQuestion_whenACardNumberComes_thenItAnswersNothing() {
        String card = "4242 4242 4242 4242";
        List<String> said = List.of(RecordedPurchase.SAID.getFirst(), card);

        TurnRecord last = RecordedPurchase.of(campaigns, "c-1", "chat", said, new Agreeing(card))
                .getLast();

        assertThat(last.ground()).isEqualTo(Ground.NO_WORDS);
        assertThat(last.exchange().state()).isNotEqualTo("payment");
    }

    private TurnRecord afterTheReadBack(String said) {
        List<String> all = new ArrayList<>(UP_TO_THE_READ_BACK);
        all.add(said);
        return RecordedPurchase.of(campaigns, "c-1", "chat", all, new Agreeing(said))
                .getLast();
    }

    /** A network that takes one utterance for a yes to the order. */
    private static final class Agreeing extends RecordedPurchase.World {
        private final String yes;

        Agreeing(String yes) {
            this.yes = yes;
        }

        @Override
        public Optional<NextStateReply> nextState(NextStateQuestion question) {
            Optional<NextStateReply> reply = super.nextState(question);
            return question.text().equals(new MaskedText(yes))
                    ? reply.map(it -> new NextStateReply(
                            it.requestId(),
                            List.of(new ScoredState("payment", 0.97), new ScoredState("other", 0.03)),
                            it.outOfScope(),
                            it.acceptAt(),
                            it.outOfScopeAt(),
                            it.askWithin(),
                            it.model(),
                            it.because(),
                            it.micros(),
                            it.failure()))
                    : reply;
        }
    }
}
