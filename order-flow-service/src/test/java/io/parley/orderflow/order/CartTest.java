package io.parley.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Campaign;
import io.parley.campaign.State;
import io.parley.contracts.order.OrderLine;
import io.parley.orderflow.GiftCards;
import io.parley.orderflow.flow.Ahead;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CartTest {

    private final Campaign campaign = GiftCards.campaign();

    @Test
    void givenEverythingKnown_whenPriced_thenEveryLineCountsTimesItsMultiplier() {
        Cart cart = Cart.of(
                campaign,
                Map.of(
                        "design", List.of("rocket"),
                        "extras", List.of("note", "seal"),
                        "quantity", List.of("3"),
                        "wants_ribbon", List.of("no")));

        assertThat(cart.lines()).extracting(OrderLine::id).containsExactly("rocket", "note", "seal");
        assertThat(cart.lines()).extracting(OrderLine::quantity).containsOnly(3L);
        assertThat(cart.total()).isEqualTo(new BigDecimal("270.00"));
    }

    @Test
    void givenADeclinedList_whenPriced_thenItCostsNothing() {
        Cart cart = Cart.of(
                campaign, Map.of("design", List.of("rocket"), "extras", List.of("none"), "quantity", List.of("1")));

        assertThat(cart.total()).isEqualTo(new BigDecimal("30.00"));
    }

    @Test
    void givenTheChoiceIsStillOpen_whenPriced_thenThereIsNoTotalYet() {
        State start = campaign.state(campaign.start());

        assertThat(Cart.settled(campaign, start, Map.of("design", List.of("rocket"), "quantity", List.of("1"))))
                .isPresent();
        assertThat(Cart.settled(campaign, start, Map.of("quantity", List.of("1"))))
                .isEmpty();
        assertThat(Cart.settled(campaign, start, Map.of("design", List.of("rocket"))))
                .isEmpty();
    }

    @Test
    void givenTheOpenChoiceIsNotAskedForAnyMore_whenPriced_thenItIsNoLineAndThereIsATotal() {
        State confirm = campaign.states().values().stream()
                .filter(State::confirms)
                .findFirst()
                .orElseThrow();

        assertThat(Cart.settled(campaign, confirm, Map.of("extras", List.of("note"))))
                .hasValueSatisfying(cart -> assertThat(cart.total()).isEqualTo(new BigDecimal("30.00")));
    }

    @Test
    void givenWhatDecidesIsStillUnknown_whenPricedBeforeIt_thenThereIsNoTotalYet() {
        State start = campaign.state(campaign.start());
        Map<String, List<String>> values = Map.of("design", List.of("rocket"));

        assertThat(Ahead.of(campaign, start, values)).contains("quantity", "wants_ribbon");
        assertThat(Ahead.of(campaign, start, Map.of("quantity", List.of("2")))).doesNotContain("wants_ribbon");
        assertThat(Ahead.of(campaign, start, Map.of("quantity", List.of("12")))).contains("wants_ribbon");
    }

    @Test
    void givenAConversation_whenItsOrderIsNamed_thenTheNameIsAlwaysTheSameAndSpeakable() {
        assertThat(OrderIds.of("conversation-1"))
                .isEqualTo(OrderIds.of("conversation-1"))
                .matches("P-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}")
                .isNotEqualTo(OrderIds.of("conversation-2"));
    }
}
