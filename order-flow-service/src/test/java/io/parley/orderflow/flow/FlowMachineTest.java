package io.parley.orderflow.flow;

import static io.parley.orderflow.GiftCards.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Campaign;
import io.parley.campaign.Edge;
import io.parley.campaign.Passing;
import io.parley.orderflow.GiftCards;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlowMachineTest {

    private final Campaign campaign = GiftCards.campaign();
    private final FlowMachine machine = new FlowMachine(campaign);

    @Test
    void givenAState_whenAskedForThePossibleNextStates_thenSuccessorsItselfAndTheReservedOnesAreNamed() {
        assertThat(machine.possibleNext("ask-design"))
                .containsExactly(
                        "ask-quantity",
                        "cancelled",
                        "ask-design",
                        "question",
                        "hesitation",
                        "correction",
                        "back",
                        "repeat",
                        "restart",
                        "person",
                        "other");
        assertThat(machine.possibleNext("completed")).isEmpty();
    }

    @Test
    void givenAStateWithoutAWayToGiveUp_whenAskedForThePossibleNextStates_thenThereIsOneAllTheSame() {
        assertThat(machine.possibleNext("ask-quantity")).contains("confirm-order", "cancelled");
    }

    @Test
    void givenARequiredSlotIsMissing_whenAMoveIsAskedFor_thenTheMachineStays() {
        try (FlowRun run = machine.at("ask-design")) {
            assertThat(run.move("ask-quantity", standing(Map.of()))).isFalse();
            assertThat(run.state()).isEqualTo("ask-design");
            assertThat(run.move("ask-quantity", standing(values("design", "rocket"))))
                    .isTrue();
            assertThat(run.state()).isEqualTo("ask-quantity");
        }
    }

    @Test
    void givenAClosedEdge_whenTheMoveIsAskedFor_thenTheMachineStays() {
        try (FlowRun run = machine.at("ask-quantity")) {
            assertThat(run.move("offer-ribbon", standing(values("quantity", "2"))))
                    .isFalse();
            assertThat(run.move("offer-ribbon", standing(values("quantity", "12"))))
                    .isTrue();
        }
    }

    @Test
    void givenAnUnpaidOrder_whenThePayingStateIsLeft_thenTheMachineStays() {
        try (FlowRun run = machine.at("payment")) {
            Map<String, List<String>> card = values("card_number", "4111111111111111");
            assertThat(run.move("completed", Standing.of(campaign, card, false)))
                    .isFalse();
            assertThat(run.move("completed", Standing.of(campaign, card, true))).isTrue();
        }
    }

    @Test
    void givenAnUnknownTarget_whenTheMoveIsAskedFor_thenTheMachineStays() {
        try (FlowRun run = machine.at("greeting")) {
            assertThat(run.move("completed", standing(Map.of()))).isFalse();
            assertThat(run.state()).isEqualTo("greeting");
        }
    }

    @Test
    void givenAnyState_whenTheCustomerGivesUp_thenNothingHoldsThem() {
        campaign.states().values().stream().filter(state -> !state.isFinal()).forEach(state -> {
            try (FlowRun run = machine.at(state.id())) {
                assertThat(run.move("cancelled", standing(Map.of()))).isTrue();
            }
        });
    }

    @Test
    void givenAConditionHolds_whenAnotherForwardEdgeIsNamed_thenTheConditionalOneWins() {
        assertThat(Route.resolve(
                        campaign, campaign.state("ask-quantity"), "confirm-order", standing(values("quantity", "12"))))
                .get()
                .extracting(Edge::to)
                .isEqualTo("offer-ribbon");
        assertThat(Route.resolve(
                        campaign, campaign.state("ask-quantity"), "offer-ribbon", standing(values("quantity", "2"))))
                .get()
                .extracting(Edge::to)
                .isEqualTo("confirm-order");
    }

    @Test
    void givenWhatIsKnown_whenAStateIsReached_thenItIsPassedOverOnlyIfItHasNothingToAsk() {
        Standing all = standing(Map.of("design", List.of("rocket"), "quantity", List.of("2")));
        assertThat(passed("ask-design", all, Set.of())).isTrue();
        assertThat(passed("ask-design", standing(Map.of()), Set.of())).isFalse();
        assertThat(passed("ask-quantity", all, Set.of()))
                .as("always-ask, known from before")
                .isFalse();
        assertThat(passed("ask-quantity", all, Set.of("quantity")))
                .as("always-ask, said now")
                .isTrue();
        assertThat(passed("greeting", all, Set.of())).isFalse();
        assertThat(passed("confirm-order", all, Set.of())).isFalse();
        assertThat(passed("completed", all, Set.of())).isFalse();
        assertThat(passed("ask-extras", all, Set.of()))
                .as("only optional slots, unknown")
                .isFalse();
        assertThat(passed("ask-extras", standing(values("extras", "note")), Set.of()))
                .isTrue();
    }

    private boolean passed(String state, Standing standing, Set<String> saidNow) {
        return Passing.isPassedOver(campaign, campaign.state(state), standing.values(), saidNow);
    }

    private Standing standing(Map<String, List<String>> values) {
        return Standing.of(campaign, values, false);
    }
}
