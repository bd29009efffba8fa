package io.parley.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where {@code {{order.lines}}} and {@code {{order.total}}} can be counted on: where nothing that they need is open. */
class OrderSoFarTest {

    private static final String FLOW = "flow.yaml";

    @TempDir
    Path temporary;

    private CampaignFolder wrapped() {
        return CampaignFolder.in(temporary)
                .replacing(
                        FLOW,
                        "  wants_ribbon:  {",
                        "  wrapping: { type: choice, options: { box: { say: a box, price: 3 }, bag: { say: a bag, price: 1 } } }\n"
                                + "  wants_ribbon:  {")
                .replacing(FLOW, "    - { id: ribbon", "    - { item: wrapping }\n    - { id: ribbon");
    }

    @Test
    void givenAReadingBackThatAsksForSomethingPriced_whenRead_thenTheSumIsNotThereYet() {
        CampaignFolder folder =
                wrapped().replacing(FLOW, "    confirms: true", "    collects: [wrapping]\n    confirms: true");

        assertThat(errors(folder))
                .containsExactly("flow.yaml:" + folder.line(FLOW, "say: [\"{{order.lines}}")
                        + ": no text of 'say' in state 'confirm-order' can be said on every way there: {{order.lines}},"
                        + " {{order.total}} may be unknown. Add a text with nothing but what is known there:"
                        + " {{buyer_name}}, {{delivery_date}}, {{design}}, {{email}}, {{quantity}}");
    }

    @Test
    void givenSomethingPricedThatIsAskedBeforeAndPerhapsPassedOver_whenRead_thenTheSumIsThere() {
        CampaignFolder folder =
                wrapped().replacing(FLOW, "    collects: [wants_ribbon]", "    collects: [wants_ribbon, wrapping]");

        assertThat(errors(folder)).isEmpty();
    }

    @Test
    void givenSomethingPricedThatIsAskedLater_whenTheSumIsToldBefore_thenItIsNotThereYet() {
        CampaignFolder folder = wrapped()
                .replacing(FLOW, "collects: [buyer_name, email]", "collects: [buyer_name, email, wrapping]")
                .replacing(FLOW, "When should they arrive?", "That is {{order.total}}. When should they arrive?");

        assertThat(errors(folder))
                .singleElement()
                .asString()
                .contains("in state 'ask-delivery'", "{{order.total}} may be unknown");
    }

    @Test
    void givenNothingPricedIsOpenAnyMore_whenTheSumIsToldBefore_thenItIsThere() {
        CampaignFolder folder = CampaignFolder.in(temporary)
                .replacing(FLOW, "When should they arrive?", "That is {{order.total}}. When should they arrive?");

        assertThat(errors(folder)).isEmpty();
    }

    private static List<String> errors(CampaignFolder folder) {
        return folder.read().errors().stream()
                .filter(problem -> problem.file().equals(FLOW))
                .map(CampaignProblem::toString)
                .toList();
    }
}
