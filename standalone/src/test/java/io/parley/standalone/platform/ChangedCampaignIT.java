package io.parley.standalone.platform;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.contracts.candidate.CandidateReport;
import io.parley.contracts.candidate.CandidateView;
import io.parley.contracts.candidate.CandidateWish;
import io.parley.contracts.chat.ConversationTestReport;
import io.parley.contracts.chat.OpenedConversation;
import io.parley.contracts.chat.TurnReply;
import io.parley.contracts.mutation.MutationReport;
import io.parley.contracts.mutation.MutationView;
import io.parley.contracts.version.CampaignVersionDetail;
import io.parley.contracts.version.CampaignVersionView;
import io.parley.contracts.version.CampaignVersionWish;
import io.parley.standalone.client.CampaignVersionsClient;
import io.parley.standalone.client.GatewayClient;
import io.parley.standalone.client.GatewayProblem;
import io.parley.standalone.client.Polling;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An operator edits the tea box while it is sold, tries the edit, puts it on sale and takes it back. */
@Timeout(300)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChangedCampaignIT {

    @RegisterExtension
    static final RunningTeaBox TEA_BOX = new RunningTeaBox();

    private static final String FLOW = "flow.yaml";

    @Test
    @Order(1)
    void givenConversationTests_whenTheFlowIsBrokenOnPurpose_thenTheyTellWhatTheyNotice() throws InterruptedException {
        MutationView view = gateway().mutations(TeaBox.ID).begin();
        Polling polling = new Polling();
        while (!view.isOver()) {
            String run = view.id();
            view = polling.next(view, () -> gateway().mutations(TeaBox.ID).view(run));
        }

        MutationReport report = view.report();
        assertThat(view.failure()).isNull();
        assertThat(report.mutants()).isEqualTo(view.mutants());
        assertThat(report.killed()).isPositive();
        assertThat(report.killed() + report.survivors().size()).isEqualTo(report.mutants());
        assertThat(requireNonNull(report.byKind().get("transition-dropped")).killed())
                .isPositive();
    }

    @Test
    @Order(2)
    void givenAConversationUnderWay_whenAnotherVersionIsPublished_thenItFinishesOnItsOwnAndNewOnesBeginWithTheOther() {
        CampaignVersionsClient versions = gateway().versions(TeaBox.ID);
        CampaignVersionView first = versions.all().getFirst();
        assertThat(first.onSale()).isTrue();
        OpenedConversation early = gateway().open(TeaBox.ID, "chat");
        TeaBox.say(gateway(), early, "turn-0", TeaBox.PURCHASE.getFirst().text());

        CampaignVersionDetail dearer = versions.send(edit(first.number(), "price: 15", "price: 17"));
        ConversationTestReport tests = versions.test(dearer.version().number());
        assertThat(tests.failed()).as("the tests tell the old total").isPositive();
        versions.publish(dearer.version().number(), false);

        assertThat(buy(gateway().open(TeaBox.ID, "chat"), 0)).isEqualTo("$34.00");
        assertThat(buy(early, 1)).isEqualTo("$" + TeaBox.TOTAL);

        assertThat(versions.rollBack().number()).isEqualTo(first.number());
        assertThat(buy(gateway().open(TeaBox.ID, "chat"), 0)).isEqualTo("$" + TeaBox.TOTAL);
    }

    @Test
    @Order(3)
    void givenAnEditWithAnError_whenItIsSent_thenEveryProblemIsToldAndNothingIsKept() {
        CampaignVersionsClient versions = gateway().versions(TeaBox.ID);
        CampaignVersionView latest = versions.all().getFirst();

        assertThatThrownBy(() -> versions.send(edit(latest.number(), "ask-quantity:", "ask-quantitty:")))
                .isInstanceOfSatisfying(GatewayProblem.class, problem -> {
                    assertThat(problem.status()).isEqualTo(422);
                    assertThat(problem.problems()).anyMatch(one -> one.contains("ask-quantity"));
                });
        assertThat(versions.all().getFirst().number()).isEqualTo(latest.number());
    }

    @Test
    @Order(4)
    void givenConversationsThatWereHad_whenAnEditWouldLoseTheirOrders_thenItIsRefusedUnlessInsistedOn()
            throws InterruptedException {
        CampaignVersionsClient versions = gateway().versions(TeaBox.ID);
        int onSale = versions.all().stream()
                .filter(CampaignVersionView::onSale)
                .findFirst()
                .orElseThrow()
                .number();
        int poorer = versions.send(edit(onSale, "min: 1, max: 20", "min: 5, max: 20"))
                .version()
                .number();

        CandidateReport report = tryOut(new CandidateWish(null, null, poorer, null, null, null, null));

        assertThat(report.orders().count()).isGreaterThanOrEqualTo(3);
        assertThat(report.lost()).isEqualTo(report.orders());
        assertThat(report.divergences().getFirst().state()).isEqualTo("ask-quantity");
        assertThatThrownBy(() -> versions.publish(poorer, false))
                .isInstanceOfSatisfying(
                        GatewayProblem.class,
                        problem -> assertThat(problem.status()).isEqualTo(409));
        versions.publish(poorer, true);
        assertThat(versions.rollBack().number()).isEqualTo(onSale);
    }

    private static CandidateReport tryOut(CandidateWish wish) throws InterruptedException {
        CandidateView view = gateway().candidates(TeaBox.ID).begin(wish);
        Polling polling = new Polling();
        while (!view.isOver()) {
            String trial = view.id();
            view = polling.next(view, () -> gateway().candidates(TeaBox.ID).view(trial));
        }
        assertThat(view.failure()).isNull();
        return view.report();
    }

    private static CampaignVersionWish edit(int base, String what, String by) {
        String flow = gateway().versions(TeaBox.ID).file(base, FLOW);
        assertThat(flow).contains(what);
        Map<String, @Nullable String> files = new HashMap<>();
        files.put(FLOW, flow.replace(what, by));
        return new CampaignVersionWish(base, "edited", files);
    }

    /** Buys on from the turn of that number; what it came to. */
    private static String buy(OpenedConversation conversation, int from) {
        Optional<String> total = Optional.empty();
        for (int turn = from; turn < TeaBox.PURCHASE.size(); turn++) {
            String text = TeaBox.PURCHASE.get(turn).text();
            TurnReply reply = TeaBox.say(gateway(), conversation, "turn-" + turn, text);
            total = Optional.ofNullable(reply.order()).map(TurnReply.OrderSummary::total);
        }
        return total.orElseThrow();
    }

    private static GatewayClient gateway() {
        return TEA_BOX.gateway();
    }
}
