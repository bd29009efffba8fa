package io.parley.standalone.platform;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.chat.OpenedConversation;
import io.parley.contracts.chat.TurnReply;
import io.parley.contracts.model.Contribution;
import io.parley.contracts.replay.ReplayOutcome;
import io.parley.contracts.replay.ReplayReport;
import io.parley.contracts.replay.TurnExplanation;
import io.parley.contracts.replay.TurnReplay;
import io.parley.neural.jobs.TrainingJob;
import io.parley.standalone.client.GatewayClient;
import io.parley.standalone.client.ModelKind;
import io.parley.standalone.client.ReplayClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was said to customers is played again, whatever became of the models meanwhile. */
@Timeout(300)
class ReplayIT {

    /** From the greeting to the sale: questions, something nobody understands, a correction, a card with a mistake in it. */
    private static final List<String> PURCHASE = List.of(
            "the green tea please",
            "how long will the shipping take?",
            "one box",
            "Ada Lovelace, ada@example.com",
            "no wait, three boxes instead",
            "qwertz uiop",
            "how long will the shipping take?",
            "yes, order it",
            "4242-4242-4242-4243",
            "sorry, 4242 4242 4242 4242");

    @RegisterExtension
    static final RunningTeaBox PARLEY = new RunningTeaBox();

    @Test
    void givenAPurchase_whenReplayed_thenItIsTheSameByteForByteUntilItsModelIsGone() throws Exception {
        GatewayClient gateway = PARLEY.gateway();
        ReplayClient replays = gateway.replays();
        String conversation = buy(gateway);

        assertIdentical(replays.conversation(conversation), false);
        assertThat(replays.turn(conversation, 2).outcome()).isEqualTo(ReplayOutcome.IDENTICAL);

        TurnExplanation question = replays.explanation(conversation, 2);
        assertThat(question.decision().name()).isEqualTo("ask");
        assertThat(question.fact()).isEqualTo("shipping-time");
        assertThat(requireNonNull(question.answer()).facts().getFirst().attention())
                .isNotEmpty();
        assertThat(requireNonNull(question.nextState()).words())
                .extracting(Contribution::feature)
                .isNotEmpty();
        TurnExplanation payment = replays.explanation(conversation, PURCHASE.size());
        assertThat(payment.payment()).isEqualTo("approved");
        assertThat(payment.said()).isEqualTo("sorry, <card>");
        assertThat(payment.slotsAfter()).containsEntry("card_number", List.of("•••• 4242"));

        String former = requireNonNull(payment.versions().nextState()).version();
        train(gateway);
        assertThat(TeaBox.say(gateway, gateway.open(TeaBox.ID, "chat"), "t-0", "the green tea please")
                        .state())
                .isEqualTo("ask-quantity");
        assertIdentical(replays.conversation(conversation), false);

        gateway.models().delete(ModelKind.NEXT_STATE, TeaBox.ID, former);
        assertIdentical(replays.conversation(conversation), true);
    }

    @Test
    void givenConversationTests_whenEverythingIsReplayed_thenTheyAreTheSameToo() {
        GatewayClient gateway = PARLEY.gateway();
        int tests = gateway.test(TeaBox.ID).results().size();

        ReplayReport report = everything(gateway.replays());

        assertThat(report.conversations()).isGreaterThanOrEqualTo(tests);
        assertThat(report.results()).as("turns that are not identical").isEmpty();
        assertThat(report.identical()).isEqualTo(report.turns()).isGreaterThan(3 * tests);
    }

    private static ReplayReport everything(ReplayClient replays) {
        return replays.several(Map.of("campaign", TeaBox.ID, "rehearsals", "true", "limit", "500"));
    }

    private static String buy(GatewayClient gateway) {
        OpenedConversation customer = gateway.open(TeaBox.ID, "chat");
        TurnReply last = null;
        for (int turn = 0; turn < PURCHASE.size(); turn++) {
            last = TeaBox.say(gateway, customer, "t-" + turn, PURCHASE.get(turn));
        }
        assertThat(requireNonNull(last).outcome()).isEqualTo("sale");
        return customer.id();
    }

    private static void assertIdentical(ReplayReport report, boolean fromRecord) {
        assertThat(report.results())
                .hasSize(PURCHASE.size())
                .allSatisfy(turn -> assertThat(turn.difference()).isNull())
                .extracting(TurnReplay::outcome)
                .containsOnly(ReplayOutcome.IDENTICAL);
        assertThat(report.modelsFromRecord() > 0).isEqualTo(fromRecord);
    }

    private static void train(GatewayClient gateway) throws InterruptedException {
        TrainingJob job = gateway.train(ModelKind.NEXT_STATE, TeaBox.ID, Optional.empty(), true);
        Instant latest = Instant.now().plusSeconds(120);
        while (job.endedAt() == null) {
            assertThat(Instant.now()).as("when the training ends").isBefore(latest);
            Thread.sleep(200);
            job = gateway.trainingJob(ModelKind.NEXT_STATE, TeaBox.ID, job.id());
        }
        assertThat(job.failure()).isNull();
    }
}
