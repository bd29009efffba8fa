package io.parley.campaign;

import static io.parley.campaign.Mistake.of;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys, values and ids that cannot be read, and what is said about each. */
class FlowWritingProblemsTest {

    @TempDir
    Path temporary;

    static Stream<Mistake> mistakes() {
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
                        "'order' means something else in replies. Choose another name"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void givenAMistake_whenRead_thenItIsAnError(Mistake mistake) {
        mistake.assertIsAnError(temporary);
    }
}
