package io.parley.campaign;

import static io.parley.campaign.Mistake.of;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ways through the flow that lead nowhere or wrong, and what is said about each. */
class FlowGraphProblemsTest {

    @TempDir
    Path temporary;

    static Stream<Mistake> mistakes() {
        return Stream.of(
                // the graph
                of(
                        "{ payment: the customer agrees",
                        "{ paymant: the customer agrees",
                        "paymant",
                        "state 'confirm-order' leads to 'paymant', which does not exist. Did you mean 'payment'?"),
                of(
                        "offer-ribbon: { when: { quantity: { at-least: 10 } }, about: the customer says both and buys many },\n",
                        "\n",
                        "  offer-ribbon:",
                        "no way leads to state 'offer-ribbon'. Name it in the 'next' of another state, or take it out"),
                of(
                        "{ confirm-order: the customer accepts or declines, cancelled: the customer gives up }",
                        "{ offer-ribbon: the customer accepts or declines }",
                        "  offer-ribbon:\n",
                        "no way leads from state 'offer-ribbon' to an end. Let it lead on to a final state"),
                of(
                        "outcome: lost",
                        "outcome: sale",
                        "states:",
                        "no final state has the outcome lost. Add one with final: true and outcome: lost"),
                of(
                        "outcome: lost",
                        "outcome: loss",
                        "loss",
                        "state 'cancelled' has the outcome 'loss'. Did you mean 'lost'?"),
                of(
                        "final: true, outcome: lost,",
                        "final: true,",
                        "cancelled: {",
                        "state 'cancelled' is final without an outcome. Add outcome: sale or lost"),
                of(
                        "final: true, outcome: lost,",
                        "outcome: lost,",
                        "cancelled: {",
                        "state 'cancelled' has an outcome but is not final. Add final: true"),
                of(
                        "final: true, outcome: lost,",
                        "",
                        "cancelled: {",
                        "state 'cancelled' leads nowhere and is not final. Add next, or final: true with an outcome"),
                of(
                        "outcome: lost,",
                        "outcome: lost, next: { greeting: the customer comes back },",
                        "cancelled: {",
                        "state 'cancelled' is final and has 'next'. Take it out: nothing follows here"),
                of(
                        "    say: [\"When should they arrive?\"]\n",
                        "",
                        "  ask-delivery:\n",
                        "state 'ask-delivery' has no 'say'. Add it"),
                of(
                        "    say: [\"When should they arrive?\"]\n",
                        "    say: []\n",
                        "    say: []",
                        "'say' of state 'ask-delivery' is empty. Write at least one text"),
                of(
                        "collects: [quantity]",
                        "collects: [quantitty]",
                        "quantitty",
                        "'collects' of state 'ask-quantity' names a slot 'quantitty' that does not exist. Did you mean 'quantity'?"),
                of(
                        "collects: [quantity]",
                        "collects: [quantity, quantity]",
                        "[quantity, quantity]",
                        "'quantity' stands twice in 'collects' of state 'ask-quantity'. Take one of the two out"),
                // conditions
                of(
                        "when: { quantity:",
                        "when: { quantities:",
                        "quantities",
                        "'when' of the way from 'ask-buyer' to 'offer-ribbon' names a slot 'quantities' that does not exist. Did you mean 'quantity'?"),
                of(
                        "{ quantity: { at-least: 10 } }",
                        "{ design: rockets }",
                        "rockets",
                        "'rockets' is no value of slot 'design'. Did you mean 'rocket'?"),
                of(
                        "{ quantity: { at-least: 10 } }",
                        "{ design: { at-least: 10 } }",
                        "at-least",
                        "the condition on 'design' compares numbers, but its type is choice. Name the values themselves, or known"),
                of(
                        "{ quantity: { at-least: 10 } }",
                        "{ quantity: { at-least: 10, at-most: 5 } }",
                        "at-least",
                        "the condition on 'quantity' can never hold. at-least must not be above at-most"),
                of(
                        "{ quantity: { at-least: 10 } }",
                        "{ quantity: {} }",
                        "quantity: {}",
                        "the condition on 'quantity' is empty. Write { at-least: n }, { at-most: n } or both"),
                of(
                        "{ wants_ribbon: yes }",
                        "{ wants_ribbon: maybe }",
                        "maybe",
                        "'maybe' is no value of slot 'wants_ribbon'. Write yes or no"),
                of(
                        "{ quantity: { at-least: 10 } }",
                        "{ design: [] }",
                        "design: []",
                        "the condition on 'design' is an empty list. Write at least one value"),
                // confirming and paying
                of(
                        "    confirms: true",
                        "    # not confirmed",
                        "  completed:",
                        "state 'completed' can be reached before the order was read back. Put a state with confirms: true, and without 'when', on every way there"),
                of(
                        "    confirms: true",
                        "    # not confirmed",
                        "  payment:",
                        "state 'payment' can be reached before the order was read back. Put a state with confirms: true, and without 'when', on every way there"),
                of(
                        "    pays: true",
                        "    # pays: true",
                        "    declined:",
                        "state 'payment' has 'declined' but does not pay. Add pays: true or take it out"),
                of(
                        "final: true, outcome: lost",
                        "final: true, pays: true, outcome: lost",
                        "cancelled: {",
                        "state 'cancelled' is final and has 'pays'. Take it out: nothing follows here"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void givenAMistake_whenRead_thenItIsAnError(Mistake mistake) {
        mistake.assertIsAnError(temporary);
    }
}
