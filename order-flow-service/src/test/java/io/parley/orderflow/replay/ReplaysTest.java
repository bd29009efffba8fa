package io.parley.orderflow.replay;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.model.AnswerReply;
import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.ScoredState;
import io.parley.contracts.replay.Difference;
import io.parley.contracts.replay.RecordedTurn;
import io.parley.contracts.replay.ReplayOutcome;
import io.parley.contracts.replay.ReplayReport;
import io.parley.contracts.replay.TurnExplanation;
import io.parley.contracts.replay.TurnReplay;
import io.parley.orderflow.archive.ArchiveDatabase;
import io.parley.orderflow.archive.Selection;
import io.parley.orderflow.campaign.CampaignFolders;
import io.parley.orderflow.campaign.Campaigns;
import io.parley.orderflow.policy.AnswerQuestion;
import io.parley.orderflow.policy.NextStateQuestion;
import io.parley.orderflow.policy.VersionedModels;
import io.parley.orderflow.turn.RecordedPurchase;
import io.parley.orderflow.turn.TurnRecord;
import io.parley.session.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ReplaysTest {

    private static final Selection CUSTOMERS = new Selection(Optional.empty(), Optional.empty(), false);

    private final Campaigns campaigns = CampaignFolders.giftCard();
    private final ArchiveDatabase database = new ArchiveDatabase();
    private final List<TurnRecord> records = RecordedPurchase.of(campaigns, "c-1");

    @Test
    void givenAPurchase_whenPlayedAgain_thenEveryTurnIsTheSameByteForByte() {
        keep(records);

        ReplayReport report = replays(RecordedPurchase.models()).conversation("c-1");

        assertThat(report.results())
                .hasSize(records.size())
                .allSatisfy(turn -> assertThat(turn)
                        .isEqualTo(new TurnReplay("c-1", turn.turn(), ReplayOutcome.IDENTICAL, null, List.of(), null)));
        assertThat(report.identical()).isEqualTo(report.turns()).isEqualTo(records.size());
    }

    @Test
    void givenVersionsThatAreGone_whenPlayedAgain_thenWhatTheySaidIsTakenFromTheRecordAndTheReportSaysSo() {
        keep(records);
        AtomicInteger asked = new AtomicInteger();

        ReplayReport report = replays(new VersionedModels() {
                    @Override
                    public Optional<NextStateReply> nextState(NextStateQuestion question, String version) {
                        asked.incrementAndGet();
                        return Optional.empty();
                    }

                    @Override
                    public Optional<AnswerReply> answer(AnswerQuestion question, String version) {
                        return Optional.empty();
                    }
                })
                .conversation("c-1");

        assertThat(report.identical()).isEqualTo(records.size());
        assertThat(report.modelsFromRecord()).isEqualTo(records.size());
        assertThat(report.results().get(2).modelsFromRecord()).containsExactly("next-state v1", "answers v1");
        assertThat(asked).as("a version that is gone is asked once").hasValue(1);
    }

    @Test
    void givenAModelThatSaysSomethingElse_whenPlayedAgain_thenTheScoreIsNamed() {
        keep(records);
        VersionedModels models = RecordedPurchase.models();

        TurnReplay turn = replays(new VersionedModels() {
                    @Override
                    public Optional<NextStateReply> nextState(NextStateQuestion question, String version) {
                        return models.nextState(question, version).map(ReplaysTest::lessSure);
                    }

                    @Override
                    public Optional<AnswerReply> answer(AnswerQuestion question, String version) {
                        return models.answer(question, version);
                    }
                })
                .turn("c-1", 2);

        assertThat(turn.outcome()).isEqualTo(ReplayOutcome.DIFFERENT);
        assertThat(turn.difference())
                .isEqualTo(new Difference("seen.nextState.reply.ranking[0].probability", "0.8125", "0.75"));
    }

    @Test
    void givenARecordThatWasTamperedWith_whenPlayedAgain_thenTheFirstFieldThatDiffersIsNamed() {
        keep(changed(
                2,
                record -> tampered(
                        record,
                        record.campaignVersion(),
                        record.said(),
                        saying("It takes a year.", record.exchange()))));

        ReplayReport report = replays(RecordedPurchase.models()).conversation("c-1");

        assertThat(report.different()).isEqualTo(1);
        TurnReplay turn = report.results().get(2);
        assertThat(turn.outcome()).isEqualTo(ReplayOutcome.DIFFERENT);
        Difference difference = requireNonNull(turn.difference());
        assertThat(difference.field()).isEqualTo("exchange.reply");
        assertThat(difference.recorded()).isEqualTo("\"It takes a year.\"");
        assertThat(difference.recomputed()).contains("two to three days");
    }

    @Test
    void givenWordsThatWereTamperedWith_whenPlayedAgain_thenWhatTheModelWasAskedDiffersAndIsMasked() {
        keep(changed(
                6,
                record -> tampered(record, record.campaignVersion(), "Bob Byron, bob@example.com", record.exchange())));

        TurnReplay turn = replays(RecordedPurchase.models()).turn("c-1", 7);

        assertThat(requireNonNull(turn.difference()).field()).isEqualTo("seen.nextState.question.text");
        assertThat(turn.toString()).contains("Bob Byron, <email>").doesNotContain("bob@");
    }

    @Test
    void givenACampaignThatWasChanged_whenPlayedAgain_thenThatIsSaidAndNoDifference() {
        keep(changed(1, record -> tampered(record, "an earlier one", record.said(), record.exchange())));

        TurnReplay turn = replays(RecordedPurchase.models()).turn("c-1", 2);

        assertThat(turn.outcome()).isEqualTo(ReplayOutcome.CAMPAIGN_CHANGED);
        assertThat(turn.detail()).contains("was at version an earlier one and is at");
    }

    @Test
    void givenFactsThatWereChanged_whenPlayedAgain_thenOnlyTurnsThatAskedTheMemoryCannotBe() {
        keep(records);
        campaigns.retell("gift-card", List.of());

        ReplayReport report = replays(RecordedPurchase.models()).conversation("c-1");

        assertThat(report.campaignChanged()).isEqualTo(1);
        assertThat(report.identical()).isEqualTo(records.size() - 1);
        assertThat(report.results().get(2).detail()).contains("facts");
    }

    @Test
    void givenAnotherKey_whenPlayedAgain_thenTheRecordIsUnreadableAndTheOthersArePlayed() {
        keep(records.subList(0, 1));
        database.keep(List.of(RecordedPurchase.sealed(records.get(1), 2)));

        ReplayReport report = replays(RecordedPurchase.models()).conversation("c-1");

        assertThat(report.results())
                .extracting(TurnReplay::outcome)
                .containsExactly(ReplayOutcome.IDENTICAL, ReplayOutcome.UNREADABLE);
        assertThat(replays(RecordedPurchase.models()).list("c-1")).hasSize(1);
        assertThatThrownBy(() -> replays(RecordedPurchase.models()).explain("c-1", 2))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("parley.secrets.key");
    }

    @Test
    void givenSeveralConversations_whenAllArePlayedAgain_thenTheyComeInPagesAndRehearsalsOnlyIfAskedFor() {
        for (String id : List.of("c-1", "c-2", "c-3")) {
            keep(RecordedPurchase.of(campaigns, id).subList(0, 2));
        }
        keep(RecordedPurchase.rehearsed(campaigns, "c-4").subList(0, 1));
        Replays replays = replays(RecordedPurchase.models());

        ReplayReport first = replays.several(CUSTOMERS, "", 2);
        ReplayReport second = replays.several(CUSTOMERS, String.valueOf(first.next()), 2);

        assertThat(first).isEqualTo(new ReplayReport(2, 4, 4, 0, 0, 0, 0, List.of(), "c-2"));
        assertThat(second).isEqualTo(new ReplayReport(1, 2, 2, 0, 0, 0, 0, List.of(), null));
        assertThat(replays.several(new Selection(Optional.empty(), Optional.empty(), true), "c-3", 2)
                        .turns())
                .isEqualTo(1);
    }

    @Test
    void givenTurns_whenListed_thenTheyAreMasked() {
        keep(records);

        List<RecordedTurn> turns = replays(RecordedPurchase.models()).list("c-1");

        assertThat(turns).extracting(RecordedTurn::turn).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(turns.get(6).said()).isEqualTo("Ada Lovelace, <email>");
        assertThat(turns.getLast().said()).isEqualTo("<card>");
        assertThat(turns.get(4).decision()).isEqualTo("correct");
    }

    @Test
    void givenAQuestion_whenExplained_thenItSaysWhatMovedIt() {
        keep(records);

        TurnExplanation explanation = replays(RecordedPurchase.models()).explain("c-1", 3);

        assertThat(explanation.said()).isEqualTo("how long does delivery take");
        assertThat(explanation.decision())
                .isEqualTo(new TurnExplanation.Decision("ask", 0.8125, "network", "the network is sure of it"));
        TurnExplanation.NextState network = requireNonNull(explanation.nextState());
        assertThat(network.ranking().getFirst()).isEqualTo(new ScoredState("question", 0.8125));
        assertThat(network.because()).hasSize(1);
        assertThat(requireNonNull(explanation.answer()).facts().getFirst().attention())
                .containsExactly(0.5, 0.9);
        assertThat(explanation.fact()).isEqualTo("delivery-time");
        assertThat(explanation.pitch()).isNotNull();
        assertThat(explanation.replies())
                .extracting(TurnExplanation.Said::bucket)
                .contains("answer");
        assertThat(explanation.slotsAfter())
                .isEqualTo(explanation.slotsBefore())
                .containsKey("design");
        assertThat(explanation.versions().seed()).isEqualTo(7);
        assertThat(requireNonNull(explanation.versions().answers()).version()).isEqualTo("v1");
    }

    @Test
    void givenThePayment_whenExplained_thenResultAndOrderAreTold() {
        keep(records);

        TurnExplanation explanation = replays(RecordedPurchase.models()).explain("c-1", records.size());

        assertThat(explanation.payment()).isEqualTo("approved");
        assertThat(explanation.order()).startsWith("P-");
        assertThat(explanation.slotsAfter()).containsEntry("card_number", List.of("•••• 6467"));
        assertThat(explanation.fact()).isNull();
    }

    @Test
    void givenNoSuchTurn_whenAskedFor_thenTheFaultSaysSo() {
        keep(records);
        Replays replays = replays(RecordedPurchase.models());

        assertThatThrownBy(() -> replays.turn("c-1", 10))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault()).isEqualTo(Fault.TURN_NOT_FOUND));
        assertThatThrownBy(() -> replays.conversation("nobody"))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault()).isEqualTo(Fault.TURN_NOT_FOUND));
    }

    private Replays replays(VersionedModels models) {
        return new Replays(database.archive(), RecordedPurchase.seal(1), RecordedPurchase.retake(campaigns), models);
    }

    private void keep(List<TurnRecord> turns) {
        database.keep(turns.stream().map(RecordedPurchase::sealed).toList());
    }

    private List<TurnRecord> changed(int at, UnaryOperator<TurnRecord> change) {
        List<TurnRecord> changed = new ArrayList<>(records);
        changed.set(at, change.apply(changed.get(at)));
        return changed;
    }

    private static TurnRecord tampered(TurnRecord record, String campaignVersion, String said, Exchange exchange) {
        return new TurnRecord(
                record.turnId(),
                record.at(),
                campaignVersion,
                record.factsHash(),
                said,
                record.before(),
                record.seen(),
                record.decision(),
                record.ground(),
                record.confidence(),
                record.replies(),
                exchange,
                record.after(),
                record.order(),
                record.micros());
    }

    private static Exchange saying(String reply, Exchange exchange) {
        return new Exchange(
                exchange.turnId(),
                exchange.said(),
                reply,
                exchange.state(),
                exchange.choices(),
                exchange.outcome(),
                exchange.orderId(),
                exchange.orderTotal(),
                exchange.at());
    }

    private static NextStateReply lessSure(NextStateReply reply) {
        return new NextStateReply(
                reply.requestId(),
                List.of(new ScoredState(reply.ranking().getFirst().state(), 0.75)),
                reply.outOfScope(),
                reply.acceptAt(),
                reply.outOfScopeAt(),
                reply.askWithin(),
                reply.model(),
                reply.because(),
                reply.micros(),
                null);
    }
}
