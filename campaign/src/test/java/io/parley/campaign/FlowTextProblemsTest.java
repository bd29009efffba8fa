package io.parley.campaign;

import static io.parley.campaign.Mistake.of;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Order lines and texts that cannot be priced or said, and what is said about each. */
class FlowTextProblemsTest {

    @TempDir
    Path temporary;

    static Stream<Mistake> mistakes() {
        return Stream.of(
                // order lines
                of(
                        "item: design, per: quantity",
                        "item: desing, per: quantity",
                        "desing",
                        "'item' of the order names a slot 'desing' that does not exist. Did you mean 'design'?"),
                of(
                        "item: design, per: quantity",
                        "item: quantity",
                        "item: quantity",
                        "'item' names the slot 'quantity' of type integer. Name a choice, or write id, say and amount"),
                of(
                        "item: design, per: quantity",
                        "item: design, per: extras",
                        "per: extras",
                        "'per' names the slot 'extras' of type choice. Name a slot of type integer"),
                of(
                        "item: design, per: quantity",
                        "item: design, amount: 3",
                        "amount: 3",
                        "a line of the order has both 'item' and 'amount'. Write item for the price of an option, or id, say and amount for a fixed one"),
                of(
                        "id: ribbon, say: Ribbon, amount: 2,",
                        "id: ribbon, say: Ribbon,",
                        "id: ribbon",
                        "a line of the order has no 'amount'. Add it"),
                of(
                        "id: ribbon, say",
                        "id: quantity, say",
                        "id: quantity",
                        "'quantity' is a slot and cannot name a line of the order too. Choose another id"),
                of(
                        "    - { id: ribbon",
                        "    - { id: ribbon, say: Box, amount: 1 }\n    - { id: ribbon",
                        "- { id: ribbon, say: Ribbon",
                        "'ribbon' names two lines of the order. Give one another id"),
                of(
                        ", price: 30",
                        "",
                        "rocket: ",
                        "option 'rocket' of slot 'design' has no price. Add one; price: 0 if it costs nothing"),
                of(
                        "price: 1.50",
                        "price: 1.505",
                        "price: 1.505",
                        "1.505 is finer than the smallest coin of USD. Use at most 2 decimals"),
                // replies
                of(
                        "How many, {{design}} cards?",
                        "How many, {{desing}} cards?",
                        "{{desing}}",
                        "{{desing}} stands for nothing. Did you mean 'design'?"),
                of(
                        "{{design.options}}?",
                        "{{quantity.options}}?",
                        "{{quantity.options}}?",
                        "{{quantity.options}} stands for nothing. Use one of quantity"),
                of(
                        "{{ribbon.amount}}",
                        "{{ribon.amount}}",
                        "{{ribon.amount}}",
                        "{{ribon.amount}} stands for nothing. Did you mean 'ribbon.amount'?"),
                of(
                        "How many, {{design}} cards?",
                        "How many, {design}} cards?",
                        "{design}}",
                        "a brace in 'How many, {design}} cards?' belongs to no {{variable}}. Write {{name}}, two braces on each side"),
                of(
                        "How many, {{design}} cards?",
                        "How many, {{buyer_name}}?",
                        "say: [\"How many",
                        "no text of 'say' in state 'ask-quantity' can be said on every way there: {{buyer_name}} may be unknown. Add a text with nothing but what is known there: {{design}}, {{quantity}}"),
                of(
                        "Which day from tomorrow on?",
                        "Which day after {{delivery_date}}?",
                        "invalid: [\"That is",
                        "no text of 'invalid' in state 'ask-delivery' can be said on every way there: {{delivery_date}} may be unknown. Add a text with nothing but what is known there: {{design}}, {{quantity}}"),
                of(
                        "Hello and welcome. Shall we find you a gift card?\", \"Hi, looking for a gift card today?",
                        "Welcome back {{buyer_name}}",
                        "say: [\"Welcome back",
                        "no text of 'say' in state 'greeting' can be said on every way there: {{buyer_name}} may be unknown. Add a text with nothing but what is known there: {{quantity}}"),
                of(
                        "Your card number, please.",
                        "Your card number for {{order.id}}, please.",
                        "{{order.id}}, please",
                        "{{order.id}} is not there before the order is placed. Say it in the final state with outcome sale"),
                of(
                        "The card was declined.",
                        "{{card_number}} was declined.",
                        "{{card_number}}",
                        "{{card_number}} is never kept and cannot be told. Take it out"),
                of(
                        "  hand-off:",
                        "  hand-of:",
                        "hand-of:",
                        "'hand-of' is no key of 'replies'. Did you mean 'hand-off'?"),
                of(
                        "  hand-off:",
                        "  call-back-note: [\"Noted.\"]\n  hand-off:",
                        "call-back-note:",
                        "'call-back-note' is no key of 'replies'. Did you mean 'call-back-noted'?"),
                of(
                        "  hand-off:",
                        "  answer: [\"That I can tell you.\"]\n  hand-off:",
                        "  answer:",
                        "the text of 'answer' gives no answer. Put {{fact.answer}} into it"),
                of(
                        "  hand-off:",
                        "  example-date: [\"{{delivery_date}}\"]\n  hand-off:",
                        "  example-date:",
                        "an example has the variable {{delivery_date}}. Write what a customer could say"),
                of(
                        "When should they arrive?",
                        "When should they <b>arrive</b>?",
                        "<b>",
                        "a text has HTML in it. Write plain words: they are shown and spoken as they stand"),
                of(
                        "No problem. Come back any time.",
                        "  ",
                        "  \"] }",
                        "'say' of state 'cancelled' has an empty text. Write something or take it out"),
                of(
                        "[\"When should they arrive?\"]",
                        "{{delivery_date}}",
                        "{{delivery_date}}",
                        "a key is no simple word. Put texts with {{…}} in quotes and write keys as words"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void givenAMistake_whenRead_thenItIsAnError(Mistake mistake) {
        mistake.assertIsAnError(temporary);
    }
}
