package io.parley.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.CampaignProblem.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One mistake in {@code flow.yaml} each, and what is said about it. */
class FlowProblemsTest {

    private static final String FLOW = "flow.yaml";

    @TempDir
    Path temporary;

    /**
     * @param words of the good file
     * @param others that take their place
     * @param where words of the spoilt file on whose line the problem is
     * @param problem the message, without file and line
     */
    record Mistake(String words, String others, String where, String problem) {
        @Override
        public String toString() {
            return problem;
        }
    }

    static Stream<Mistake> errors() {
        return Stream.of(
                // keys
                of("title:", "titel:", "titel:", "'titel' is no key of the flow. Did you mean 'title'?"),
                of("title: Gift cards by post\n", "", "flow:", "the flow has no 'title'. Add it"),
                of(
                        "personal: true }\n  email",
                        "personel: true }\n  email",
                        "buyer_name:",
                        "'personel' is no key of slot 'buyer_name'. Did you mean 'personal'?"),
                of("price: 25", "prize: 25", "prize", "'prize' is no key of option 'flowers'. Did you mean 'price'?"),
                of(
                        "always-ask: true",
                        "always_ask: true",
                        "always_ask",
                        "'always_ask' is no key of state 'ask-quantity'. Did you mean 'always-ask'?"),
                of(
                        "about: the customer says both and buys many",
                        "abuot: the customer says both and buys many",
                        "abuot",
                        "'abuot' is no key of the way from 'ask-buyer' to 'offer-ribbon'. Did you mean 'about'?"),
                of(
                        "at-least: 10",
                        "at-leest: 10",
                        "at-leest",
                        "'at-leest' is no key of the condition on 'quantity'. Did you mean 'at-least'?"),
                of(
                        "amount: 2, per",
                        "amuont: 2, per",
                        "amuont",
                        "'amuont' is no key of a line of the order. Did you mean 'amount'?"),
                of("  lines:", "  rows:", "  rows:", "'rows' is no key of 'order'. Use one of lines"),
                of(
                        "  no-match:",
                        "  no-mach:",
                        "  no-mach:",
                        "'no-mach' is no key of 'replies'. Did you mean 'no-match'?"),
                of(
                        "start: greeting",
                        "start: greeting\nstart: payment",
                        "start: payment",
                        "the key 'start' stands here for the second time, first on line 6. Keep one of the two"),
                // values
                of(
                        "en-US",
                        "en_US",
                        "en_US",
                        "'en_US' is no language tag. Write a language and a country, such as en-US or de-DE"),
                of(
                        "America/New_York",
                        "America/NewYork",
                        "America/NewYork",
                        "'America/NewYork' is no time zone. Did you mean 'America/New_York'?"),
                of("currency: USD", "currency: usd", "usd", "'usd' is no currency. Did you mean 'USD'?"),
                of(
                        "start: greeting",
                        "start: greetings",
                        "start:",
                        "the flow starts in a state 'greetings' that does not exist. Did you mean 'greeting'?"),
                of(
                        "start: greeting",
                        "start: completed",
                        "start:",
                        "the flow starts in a final state. Start where the customer is greeted"),
                of(
                        "flow: gift-card",
                        "flow: Gift Card",
                        "flow:",
                        "'Gift Card' cannot be the id of a flow. Use lower-case letters, digits and hyphens, for example gift-card"),
                of(
                        "type: integer",
                        "type: interger",
                        "interger",
                        "'interger' is no type of slot. Did you mean 'integer'?"),
                of("type: integer, ", "", "quantity:", "slot 'quantity' has no 'type'. Add it"),
                of(
                        "{ type: yes-no }",
                        "yes-no",
                        "wants_ribbon",
                        "slot 'wants_ribbon' is a text. Write keys with values there"),
                of(
                        "always-ask: true",
                        "always-ask: sometimes",
                        "sometimes",
                        "'always-ask' of state 'ask-quantity' is 'sometimes'. Write true or leave the key out"),
                of(
                        "min: 1,",
                        "min: one,",
                        "min: one",
                        "'min' of slot 'quantity' is 'one'. Write a whole number such as 2"),
                of("min: 1, max: 50", "min: 50, max: 1", "min: 50", "min is above max in slot 'quantity'. Swap them"),
                of(
                        "default: 1",
                        "default: 60",
                        "default",
                        "the default 60 of slot 'quantity' lies outside min and max. Choose one between them"),
                of(
                        "default: 1",
                        "default: a few",
                        "default",
                        "the default 'a few' is no value of slot 'quantity'. Write a whole number such as 2"),
                of(
                        "type: email, personal",
                        "type: email, min: 3, personal",
                        "min: 3",
                        "'min' does not fit slot 'email' of type email. Take it out: it is for numbers, dates, times and the length of texts"),
                of(
                        "type: email, personal",
                        "type: email, after: today, personal",
                        "after: today, p",
                        "'after' does not fit slot 'email' of type email. Take it out: it is for dates and times"),
                of(
                        "type: yes-no }",
                        "type: yes-no, pattern: y }",
                        "pattern",
                        "'pattern' does not fit slot 'wants_ribbon' of type yes-no. Take it out"),
                of(
                        "type: email,",
                        "type: email, pattern: '[a-z',",
                        "pattern",
                        "the pattern of slot 'email' is no regular expression: Unclosed character class. Correct it, for example [A-Z]{2}[0-9]{4}"),
                of(
                        "type: yes-no }",
                        "type: yes-no, list: true }",
                        "wants_ribbon:",
                        "'list' does not fit slot 'wants_ribbon'. Take it out or make the type choice"),
                of(
                        "after: today",
                        "after: now",
                        "after: now",
                        "'after: now' does not fit slot 'delivery_date' of type date. Write today"),
                of(
                        "after: today",
                        "after: todays",
                        "after: todays",
                        "'after' of slot 'delivery_date' is 'todays', which is no other slot. Did you mean 'today'?"),
                of(
                        "after: today",
                        "after: quantity",
                        "after: quantity",
                        "slot 'delivery_date' of type date cannot be compared with 'quantity' of type integer. Compare dates with dates and times with times"),
                of(
                        "keep: never",
                        "keep: always",
                        "keep",
                        "'keep' of slot 'card_number' is 'always'. Write never or leave the key out"),
                of(
                        "personal: true, keep: never",
                        "keep: never",
                        "keep: never",
                        "slot 'card_number' is never kept and yet not personal. Add personal: true"),
                of(
                        "price: 25",
                        "price: $25",
                        "price: $25",
                        "'price' of option 'flowers' is '$25', which is no number. Write a plain number such as 25 or 1.50, without currency or separators"),
                of(
                        "price: 25",
                        "price: -25",
                        "price: -25",
                        "the price of option 'flowers' is negative. Write 0 or more"),
                of(
                        "price: 25",
                        "price: 2.555",
                        "price: 2.555",
                        "2.555 is finer than the smallest coin of USD. Use at most 2 decimals"),
                of("say: flowers, ", "", "synonyms: [floral", "option 'flowers' has no 'say'. Add it"),
                of(
                        "synonyms: [space ship]",
                        "synonyms: [roses]",
                        "design:",
                        "'roses' names two options of slot 'design', flowers and rocket. Keep it with one of them"),
                of(
                        "note: { say: a note",
                        "none: { say: a note",
                        "none:",
                        "'none' cannot be an option of slot 'extras'. Choose another id: conditions and tests mean something else by it"),
                of(
                        "digressions: forbid",
                        "digressions: forbidden",
                        "forbidden",
                        "'digressions' of state 'confirm-order' is 'forbidden'. Write forbid or leave the key out"),
                // ids
                of(
                        "  greeting:",
                        "  Greeting:",
                        "  Greeting:",
                        "'Greeting' cannot be the id of a state. Use lower-case letters, digits and hyphens, for example greeting"),
                of(
                        "  quantity: ",
                        "  order-quantity: ",
                        "order-quantity:",
                        "'order-quantity' cannot be the id of a slot. Use lower-case letters, digits and underscores, for example order_quantity"),
                of(
                        "{ flowers: {",
                        "{ Flowers: {",
                        "Flowers:",
                        "'Flowers' cannot be the id of an option. Use lower-case letters, digits, hyphens and underscores, for example flowers"),
                of(
                        "  greeting:",
                        "  question:",
                        "  question:",
                        "'question' is what every flow has already (question, hesitation, correction, back, repeat, restart, person, other). Give the state another name"),
                of(
                        "  email:  ",
                        "  order:  ",
                        "  order:  ",
                        "'order' means something else in replies. Choose another name"),
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
                        "state 'cancelled' is final and has 'pays'. Take it out: nothing follows here"),
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
                        "{ ask-design: the customer wants to go on, cancelled: the customer does not want anything }",
                        "{ ask-design: { when: { quantity: 1 }, about: alone }, cancelled: { when: { quantity: 2 }, about: two } }",
                        "next: { ask-design: {",
                        "every way out of state 'greeting' has a condition, and perhaps none holds. Add one without 'when'"),
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

    private static Mistake of(String words, String others, String where, String problem) {
        return new Mistake(words, others, where, problem);
    }

    @ParameterizedTest
    @MethodSource("errors")
    void givenAMistake_whenRead_thenItIsAnError(Mistake mistake) {
        CampaignFolder folder = folder(mistake);

        Reading reading = folder.read();

        assertThat(reading.problems()).contains(expected(folder, mistake, Severity.ERROR));
        assertThat(reading.campaign()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("warnings")
    void givenADoubtfulThing_whenRead_thenItIsAWarningAndTheCampaignIsUsable(Mistake mistake) {
        CampaignFolder folder = folder(mistake);

        Reading reading = folder.read();

        assertThat(reading.problems()).contains(expected(folder, mistake, Severity.WARNING));
        assertThat(reading.problems().stream().filter(problem -> problem.file().equals(FLOW)))
                .noneMatch(CampaignProblem::isError);
        assertThat(reading.campaign()).isPresent();
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

    private CampaignFolder folder(Mistake mistake) {
        CampaignFolder folder = CampaignFolder.in(temporary);
        if (mistake.words().startsWith("digressions")) {
            folder.replacing(FLOW, "    confirms: true", "    confirms: true\n    digressions: forbid\n   ");
        }
        return folder.replacing(FLOW, mistake.words(), mistake.others());
    }

    private static CampaignProblem expected(CampaignFolder folder, Mistake mistake, Severity severity) {
        int line = folder.line(FLOW, mistake.where());
        int split = mistake.problem().indexOf(". ");
        return new CampaignProblem(
                FLOW,
                line,
                mistake.problem().substring(0, split),
                mistake.problem().substring(split + 2),
                severity);
    }
}
