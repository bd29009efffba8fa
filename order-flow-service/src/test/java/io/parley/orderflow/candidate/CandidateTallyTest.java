package io.parley.orderflow.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Campaign;
import io.parley.campaign.State;
import io.parley.contracts.candidate.CandidateReport;
import io.parley.contracts.candidate.CandidateWish;
import io.parley.orderflow.campaign.CampaignFolders;
import io.parley.orderflow.campaign.Campaigns;
import io.parley.orderflow.campaign.OfferedCampaign;
import io.parley.orderflow.flow.FlowMachine;
import io.parley.orderflow.turn.Audition;
import io.parley.orderflow.turn.RecordedPurchase;
import io.parley.orderflow.turn.TurnRecord;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A purchase that was had, played with candidates. */
class CandidateTallyTest {

    private final Campaigns campaigns = CampaignFolders.giftCard();
    private final OfferedCampaign onSale = campaigns.offered("gift-card");
    private final List<TurnRecord> then = RecordedPurchase.of(campaigns, "c-1");
    private final Audition audition = RecordedPurchase.audition(RecordedPurchase.models());

    @Test
    void givenACandidateThatIsWhatWasInUse_whenCompared_thenNothingDiffersAndItIsAdmitted() {
        CandidateReport report = compare(onSale);

        assertThat(report.conversations()).isEqualTo(1);
        assertThat(report.turns()).isEqualTo(then.size());
        assertThat(report.turnsDifferent()).isZero();
        assertThat(report.turnsReworded()).isZero();
        assertThat(report.orders().count()).isEqualTo(1);
        assertThat(report.lost().count()).isZero();
        assertThat(report.refusals()).isEmpty();
    }

    @Test
    void givenACampaignWithOtherWords_whenCompared_thenItsTurnsAreRewordedAndTakeTheSameCourse() {
        State asking = onSale.campaign().state("ask-design");
        CandidateReport report = compare(with(asking.withSay(List.of("Now then: which one? {{design.options}}"))));

        assertThat(report.turnsReworded()).isPositive();
        assertThat(report.turnsDifferent()).isZero();
        assertThat(report.refusals()).isEmpty();
    }

    @Test
    void givenACampaignThatCannotSellAnyMore_whenCompared_thenTheOrderIsLostAndItIsRefused() {
        State confirming = onSale.campaign().state("confirm-order");
        CandidateReport report = compare(with(confirming.withNext(confirming.next().stream()
                .filter(edge -> !edge.to().equals("payment"))
                .toList())));

        assertThat(report.conversationsDiverged()).isEqualTo(1);
        assertThat(report.divergences()).singleElement().satisfies(divergence -> {
            assertThat(divergence.state()).isEqualTo("confirm-order");
            assertThat(divergence.then()).endsWith("to payment");
            assertThat(divergence.now()).endsWith("to confirm-order");
        });
        assertThat(report.lost().value()).isEqualByComparingTo(orderValue());
        assertThat(report.lostShare()).isEqualTo(1);
        assertThat(report.refusals()).hasSize(2).anyMatch(refusal -> refusal.contains("would have been lost"));
    }

    private CandidateReport compare(OfferedCampaign candidate) {
        CandidateWish wish = new CandidateWish(null, null, 2, null, null, null, null).complete();
        CandidateTally tally = new CandidateTally(wish, "USD");
        tally.add(then, audition.play(then, new Audition.Cast(candidate, Optional.empty(), Optional.empty())));
        return tally.report();
    }

    private BigDecimal orderValue() {
        return then.stream()
                .flatMap(turn -> Optional.ofNullable(turn.order()).stream())
                .findFirst()
                .orElseThrow()
                .total();
    }

    private OfferedCampaign with(State changed) {
        Campaign campaign = onSale.campaign();
        Map<String, State> states = new LinkedHashMap<>(campaign.states());
        states.put(changed.id(), changed);
        Campaign edited = new Campaign(
                campaign.id(),
                "edited",
                campaign.title(),
                campaign.locale(),
                campaign.timezone(),
                campaign.currency(),
                campaign.start(),
                campaign.slots(),
                states,
                campaign.lines(),
                campaign.replies(),
                campaign.facts());
        return new OfferedCampaign(edited, new FlowMachine(edited), List.of());
    }
}
