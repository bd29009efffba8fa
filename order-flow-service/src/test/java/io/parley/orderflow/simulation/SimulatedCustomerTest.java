package io.parley.orderflow.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Campaign;
import io.parley.campaign.CampaignReader;
import io.parley.campaign.Reading;
import io.parley.orderflow.order.Cart;
import io.parley.session.Session;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SimulatedCustomerTest {

    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-02T10:00:00-05:00[America/New_York]");
    private static final Map<String, List<String>> SLOTS = Map.of(
            "drink", List.of("espresso"),
            "size", List.of("small"),
            "quantity", List.of("2"),
            "extras", List.of("vanilla"),
            "wants_croissant", List.of("yes"));
    private static final Map<String, List<String>> PLAIN =
            Map.of("drink", List.of("espresso"), "size", List.of("small"), "quantity", List.of("2"));

    private final Reading reading = CampaignReader.read(Path.of("..", "training-data", "coffee-order"));
    private final Campaign campaign = reading.campaign().orElseThrow();
    private final SimulatedCustomer customer = new SimulatedCustomer(
            campaign,
            new Wordings(campaign, reading, false),
            Persona.DECIDED,
            new Random(1),
            new Noise(new Random(1), 0, 0),
            NOW);

    @Test
    void givenAnOrderReadBack_whenTheCustomerAgrees_thenWhatItsLinesNameIsWanted() {
        customer.next(atReadBack(), List.of(), readBackOf(SLOTS));

        assertThat(customer.wish().of("drink")).contains(List.of("espresso"));
        assertThat(customer.wish().of("extras")).contains(List.of("vanilla"));
        assertThat(customer.wish().of("wants_croissant")).contains(List.of("yes"));
    }

    @Test
    void givenAReadBackWithoutSomethingThatTheOrderHas_whenTheCustomerAgrees_thenItIsNotWantedForThat() {
        customer.next(atReadBack(), List.of(), readBackOf(PLAIN));

        assertThat(customer.wish().of("drink")).contains(List.of("espresso"));
        assertThat(customer.wish().of("extras")).isEmpty();
        assertThat(customer.wish().of("wants_croissant")).isEmpty();
    }

    @Test
    void givenAnotherValueWasSaid_whenTheOrderIsReadBackOtherwise_thenTheCustomerInsists() {
        customer.wish().change("size", List.of("large"));

        Saying said = customer.next(atReadBack(), List.of(), readBackOf(SLOTS));

        assertThat(said.use()).isEqualTo(Saying.Use.CORRECTION);
        assertThat(said.heard()).contains("large");
        assertThat(customer.wish().of("size")).contains(List.of("large"));
    }

    @Test
    void givenACorrectionThatWasNotUnderstood_whenSomethingElseIsAsked_thenItIsSaidOnceMore() {
        customer.wish().change("size", List.of("large"));
        customer.next(atReadBack(), List.of(), readBackOf(SLOTS));

        Saying again = customer.next(at("payment"), List.of(), "Sorry, I did not get that. The number, please?");

        assertThat(again.use()).isEqualTo(Saying.Use.CORRECTION);
        assertThat(again.heard()).contains("large");
    }

    private String readBackOf(Map<String, List<String>> slots) {
        return "So that is " + Cart.of(campaign, slots).describe(campaign) + ". Is that right?";
    }

    private Session atReadBack() {
        return at("confirm-order");
    }

    private Session at(String state) {
        return Sessions.in(campaign, state, SLOTS);
    }
}
