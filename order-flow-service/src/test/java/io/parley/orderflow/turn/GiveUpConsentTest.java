package io.parley.orderflow.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.model.ModelProvenance;
import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.ScoredState;
import io.parley.orderflow.campaign.CampaignFolders;
import io.parley.orderflow.policy.NextStateQuestion;
import io.parley.session.Session.Awaiting;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is asked whether to drop the order loses it by a yes, and not by a word that only begins like one. */
class GiveUpConsentTest {

    @Test
    void givenTheOrderMayBeDropped_whenAPersonIsAskedFor_thenAPersonComesAndTheOrderIsKept() {
        TurnRecord last = last("okay, get me one of your people");

        assertThat(last.before().awaiting()).isEqualTo(Awaiting.GIVE_UP_CONSENT);
        assertThat(last.decision()).isEqualTo("hand-off");
        assertThat(last.after().state()).isEqualTo("ask-quantity");
        assertThat(last.after().slots()).containsEntry("design", List.of("rocket"));
    }

    @Test
    void givenTheOrderMayBeDropped_whenAQuestionHasAYesInIt_thenItIsAnsweredAndTheOrderKept() {
        TurnRecord last = last("what if it goes wrong, will you put it right later");

        assertThat(last.decision()).isEqualTo("ask");
        assertThat(last.after().state()).isEqualTo("ask-quantity");
        assertThat(last.after().slots()).containsEntry("design", List.of("rocket"));
    }

    @Test
    void givenTheOrderMayBeDropped_whenAYesIsSaid_thenItIsDropped() {
        assertThat(last("okay").after().state()).isEqualTo("cancelled");
        assertThat(last("yes please, drop it all").after().state()).isEqualTo("cancelled");
    }

    @Test
    void givenTheOrderMayBeDropped_whenANoIsSaid_thenItIsKept() {
        assertThat(last("no, by no means do that").after().state()).isEqualTo("ask-quantity");
    }

    private static TurnRecord last(String answer) {
        return RecordedPurchase.of(
                        CampaignFolders.giftCard(),
                        "c-1",
                        "chat",
                        List.of("yes please", "the rocket", "I might leave it after all", answer),
                        new World())
                .getLast();
    }

    private static final class World extends RecordedPurchase.World {

        @Override
        public Optional<NextStateReply> nextState(NextStateQuestion question) {
            String text = question.text().value();
            if (text.contains("people")) {
                return Optional.of(named("person"));
            }
            if (text.contains("what if")) {
                return Optional.of(named("question"));
            }
            return text.contains("leave it") || text.contains("drop it")
                    ? Optional.of(named("cancelled"))
                    : super.nextState(question);
        }

        private static NextStateReply named(String state) {
            return new NextStateReply(
                    "request",
                    List.of(new ScoredState(state, 0.8), new ScoredState("other", 0.2)),
                    0.1,
                    0.5,
                    0.9,
                    0.2,
                    new ModelProvenance("v1", "hash", 1),
                    List.of(),
                    0,
                    null);
        }
    }
}
