package io.parley.orderflow.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Campaign;
import io.parley.campaign.CampaignReader;
import io.parley.campaign.Edge;
import io.parley.campaign.Fact;
import io.parley.contracts.mutation.MutationKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MutationsTest {

    private static final Campaign GIFT_CARD = CampaignReader.read(
                    Path.of("..", "campaign", "src", "test", "resources", "gift-card"))
            .campaign()
            .orElseThrow();

    @Test
    void givenAnEdge_whenMutated_thenItIsGoneInOneMutantAndThereInTheOthers() {
        List<Mutant> mutants = of(MutationKind.TRANSITION_DROPPED);

        assertThat(mutants)
                .filteredOn(mutant -> !leadsTo(mutant, "ask-buyer", "offer-ribbon"))
                .singleElement()
                .satisfies(mutant -> {
                    assertThat(mutant.what()).isEqualTo("ask-buyer: the edge to offer-ribbon is gone");
                    assertThat(leadsTo(mutant, "ask-buyer", "confirm-order")).isTrue();
                });
    }

    @Test
    void givenAWayOutThatEveryStateHas_whenMutated_thenItIsNoMutant() {
        assertThat(of(MutationKind.TRANSITION_DROPPED))
                .extracting(Mutant::what)
                .noneMatch(what -> what.contains("edge to cancelled"));
    }

    @Test
    void givenSlots_whenMutated_thenOnlyThoseThatAreNeededBecomeOptional() {
        assertThat(of(MutationKind.SLOT_OPTIONAL))
                .extracting(Mutant::what)
                .containsExactly(
                        "design may be left out",
                        "wants_ribbon may be left out",
                        "delivery_date may be left out",
                        "buyer_name may be left out",
                        "email may be left out",
                        "card_number may be left out");
    }

    @Test
    void givenBuckets_whenMutated_thenEachSaysOnceWhatAnotherStateWould() {
        List<Mutant> mutants = of(MutationKind.WRONG_BUCKET);

        assertThat(mutants)
                .extracting(Mutant::what)
                .contains(
                        "greeting: its say is that of ask-design",
                        "cancelled: its say is that of greeting",
                        "ask-delivery: its invalid is that of ask-design",
                        "payment: its declined is that of greeting");
        assertThat(mutants.getFirst().campaign().state("greeting").say())
                .isEqualTo(GIFT_CARD.state("ask-design").say());
    }

    @Test
    void givenFacts_whenMutated_thenOneIsAnsweredWithWhatTheNextSays() {
        Fact other = new Fact("opening", Fact.Kind.QUESTION, List.of("When?"), "At nine.", List.of(), List.of());
        Fact first = GIFT_CARD.facts().getFirst();

        List<Campaign> mutants = Mutations.of(GIFT_CARD.withFacts(List.of(first, other))).stream()
                .filter(mutant -> mutant.kind() == MutationKind.FACT_SWAPPED)
                .map(Mutant::campaign)
                .toList();

        assertThat(mutants).hasSize(2);
        assertThat(mutants.getFirst().facts()).extracting(Fact::id).containsExactly(first.id(), "opening");
        assertThat(mutants.getFirst().facts()).extracting(Fact::answer).containsExactly("At nine.", "At nine.");
        assertThat(mutants.getLast().facts()).extracting(Fact::answer).containsExactly(first.answer(), first.answer());
    }

    @Test
    void givenAnyCampaign_whenMutated_thenEveryMutantGoesByAVersionOfItsOwn() {
        List<Mutant> mutants = Mutations.of(GIFT_CARD);

        assertThat(mutants).extracting(mutant -> mutant.campaign().version()).doesNotHaveDuplicates();
        assertThat(mutants).extracting(mutant -> mutant.campaign().version()).doesNotContain(GIFT_CARD.version());
    }

    private static List<Mutant> of(MutationKind kind) {
        return Mutations.of(GIFT_CARD).stream()
                .filter(mutant -> mutant.kind() == kind)
                .toList();
    }

    private static boolean leadsTo(Mutant mutant, String from, String to) {
        return mutant.campaign().state(from).next().stream().map(Edge::to).anyMatch(to::equals);
    }
}
