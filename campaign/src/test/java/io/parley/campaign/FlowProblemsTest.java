package io.parley.campaign;

import static io.parley.campaign.Mistake.FLOW;
import static io.parley.campaign.Mistake.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is doubtful in {@code flow.yaml} without being wrong, and several mistakes at once. */
class FlowProblemsTest {

    @TempDir
    Path temporary;

    static Stream<Mistake> warnings() {
        return Stream.of(
                of(
                        "flow: gift-card",
                        "flow: gift-cards",
                        "flow:",
                        "the flow calls itself 'gift-cards' and its folder 'gift-card'. Give both the same name; the folder's is the one that counts"),
                of(
                        "{ ask-design: the customer wants to go on,",
                        "{ ask-design: ,",
                        "ask-design: ,",
                        "the way from 'greeting' to 'ask-design' has no description. Write what the customer says to go this way"),
                of(
                        "{ ask-delivery: the customer says how many,",
                        "{ ask-delivery: the customer says how many, ask-quantity: the customer stays,",
                        "ask-quantity: the customer stays",
                        "state 'ask-quantity' leads to itself. Take it out: every state may stay where it is"),
                of(
                        "    always-ask: true",
                        "    # not always",
                        "  ask-quantity:\n",
                        "state 'ask-quantity' requires nothing and will always be passed over. Add always-ask: true, or let it collect a slot that is neither optional nor defaulted"),
                of(
                        "collects: [card_number]",
                        "collects: [card_number, email]",
                        "[card_number, email]",
                        "slot 'email' is collected in 'ask-buyer' already. Collect it once; to change it, customers just say so"),
                of(
                        "slots:\n",
                        "slots:\n  colour: { type: text }\n",
                        "  colour:",
                        "no state collects slot 'colour'. Name it in the 'collects' of a state, or take it out"),
                of(
                        "    - { item: extras, per: quantity }\n",
                        "",
                        "  extras: ",
                        "the prices of slot 'extras' are on no line of the order. Add { item: extras } to the order's lines, or take the prices out"),
                of(
                        "{{order.lines}}: {{order.total}} in all, arriving",
                        "Arriving",
                        "\"Arriving",
                        "state 'confirm-order' confirms without reading back what it costs. Add {{order.lines}} or {{order.total}}"));
    }

    @ParameterizedTest
    @MethodSource("warnings")
    void givenADoubtfulThing_whenRead_thenItIsAWarningAndTheCampaignIsUsable(Mistake mistake) {
        mistake.assertIsAWarning(temporary);
    }

    @Test
    void givenManyMistakes_whenRead_thenAllAreReportedInTheOrderOfTheFile() {
        Reading reading = CampaignFolder.in(temporary)
                .replacing(FLOW, "type: integer", "type: interger")
                .replacing(FLOW, "collects: [delivery_date]", "collects: [delivery_day]")
                .replacing(FLOW, "outcome: lost", "outcome: loss")
                .replacing("facts.yaml", "kind: question", "kind: questoin")
                .replacing("utterances.csv", "yes please,payment", "yes please,paiment")
                .read();

        assertThat(reading.errors())
                .filteredOn(problem -> problem.file().equals(FLOW))
                .extracting(CampaignProblem::line)
                .isSorted();
        assertThat(reading.errors())
                .extracting(CampaignProblem::what)
                .contains(
                        "'interger' is no type of slot",
                        "'collects' of state 'ask-delivery' names a slot 'delivery_day' that does not exist",
                        "state 'cancelled' has the outcome 'loss'",
                        "'questoin' is no kind of fact",
                        "there is no state 'paiment' to go to");
    }

    @Test
    void givenAnUnreadableSlot_whenRead_thenNothingElseIsSaidAboutIt() {
        List<CampaignProblem> errors = CampaignFolder.in(temporary)
                .replacing(FLOW, "type: integer", "type: interger")
                .read()
                .errors();

        assertThat(errors)
                .filteredOn(problem -> problem.what().contains("that does not exist"))
                .isEmpty();
    }

    @Test
    void givenAConditionWithBothBounds_whenRead_thenTheFlowIsGood() {
        Reading reading = CampaignFolder.in(temporary)
                .replacing(FLOW, "{ at-least: 10 }", "{ at-least: 10, at-most: 20 }")
                .read();

        assertThat(reading.errors()).isEmpty();
    }

    @Test
    void givenADeliveryDateSaidOnOneOfTwoWays_whenUsedWhereTheyMeet_thenItIsNotCertain() {
        Reading reading = CampaignFolder.in(temporary)
                .replacing(
                        FLOW,
                        "next: { ask-quantity: the customer names a design,",
                        "next: { ask-buyer: the customer has no time, ask-quantity: the customer names a design,")
                .read();

        assertThat(reading.errors())
                .extracting(CampaignProblem::what)
                .contains("no text of 'say' in state 'confirm-order' can be said on every way there: "
                        + "{{delivery_date}} may be unknown");
    }

    @Test
    void givenAStateWithWhen_whenItsSlotIsUsedLater_thenItIsNotCertain() {
        Reading reading = CampaignFolder.in(temporary)
                .replacing(FLOW, "  ask-delivery:\n", "  ask-delivery:\n    when: { design: rocket }\n")
                .read();

        assertThat(reading.errors())
                .extracting(CampaignProblem::what)
                .contains("no text of 'say' in state 'confirm-order' can be said on every way there: "
                        + "{{delivery_date}} may be unknown");
    }
}
