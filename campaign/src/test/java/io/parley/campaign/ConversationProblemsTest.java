package io.parley.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One mistake in a conversation each. */
class ConversationProblemsTest {

    private static final String FILE = "conversations/question-in-the-middle.yaml";

    @TempDir
    Path temporary;

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(
                        "conversation:",
                        "conversations:",
                        ":1: 'conversations' is no key of the conversation. Did you mean 'conversation'?"),
                Arguments.of("conversation:", "conversations:", ":1: the conversation has no 'conversation'. Add it"),
                Arguments.of(
                        "turns:",
                        "today: tomorrow\nturns:",
                        ":2: 'tomorrow' is no date. Write a date such as 2026-03-02"),
                Arguments.of(
                        "- customer: how long",
                        "- custmer: how long",
                        ":5: 'custmer' is no key of a turn. Did you mean 'customer'?"),
                Arguments.of(
                        "  - customer: how long does that take?\n    bot",
                        "  - bot",
                        ":5: a turn has no 'customer'. Add it"),
                Arguments.of(
                        "state: ask-buyer",
                        "state: ask-byer",
                        ":8: there is no state 'ask-byer'. Did you mean 'ask-buyer'?"),
                Arguments.of(
                        "fact: delivery-time",
                        "fact: delivery",
                        ":6: there is no fact 'delivery'. Use one of delivery-time"),
                Arguments.of(
                        "design: rocket", "desing: rocket", ":4: there is no slot 'desing'. Did you mean 'design'?"),
                Arguments.of(
                        "design: rocket",
                        "design: rockets",
                        ":4: 'rockets' is no value of slot 'design'. Did you mean 'rocket'?"),
                Arguments.of(
                        "says: name", "says: name, outcome: won", ":8: 'won' is no outcome. Use one of lost, sale"),
                Arguments.of("says: name", "sais: name", ":8: 'sais' is no key of 'bot'. Did you mean 'says'?"),
                Arguments.of(
                        "order: none",
                        "order: nothing",
                        ":9: 'order' is 'nothing'. Write none, or { total: … } with the slots to check"),
                Arguments.of(
                        "order: none", "order: { totla: 60 }", ":9: there is no slot 'totla'. Did you mean 'total'?"),
                Arguments.of(
                        "order: none",
                        "order: { total: 60, delivery_date: Friday }",
                        ":9: 'Friday' is no value of slot 'delivery_date'. Write a date such as 2026-03-09"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void givenAMistake_whenRead_thenItIsReportedAndTheTestLeftOut(String words, String others, String problem) {
        Reading reading =
                CampaignFolder.in(temporary).replacing(FILE, words, others).read();

        assertThat(reading.problems()).extracting(CampaignProblem::toString).contains(FILE + problem);
        assertThat(reading.tests()).isEmpty();
        assertThat(reading.campaign()).isPresent();
    }

    @Test
    void givenNoTurns_whenRead_thenItIsReported() {
        Reading reading = CampaignFolder.in(temporary)
                .with(FILE, "conversation: nothing happens\nturns: []\n")
                .read();

        assertThat(reading.problems())
                .extracting(CampaignProblem::toString)
                .contains(FILE + ":2: the conversation has no turns. Begin with - customer: …");
    }

    @Test
    void givenAFolderWithoutConversations_whenRead_thenThatIsSaid() {
        Reading reading = CampaignFolder.in(temporary).without(FILE).read();

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.problems())
                .extracting(CampaignProblem::toString)
                .anyMatch(problem -> problem.contains("conversations") && problem.contains("is empty"));
    }

    @Test
    void givenNothingBetweenTheQuotes_whenRead_thenTheCustomerIsSilent() {
        Reading reading = CampaignFolder.in(temporary).with(FILE, """
                        conversation: somebody listens
                        turns:
                          - customer: ""
                        """).read();

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.tests().getFirst().turns())
                .extracting(ConversationTest.Turn::customer)
                .containsExactly("");
    }

    @Test
    void givenEveryExpectation_whenRead_thenTheTestHasThemAll() {
        Reading reading = CampaignFolder.in(temporary).with(FILE, """
                        conversation: a sale
                        today: 2026-06-01
                        turns:
                          - customer: hello
                          - customer: two rockets with a note and a seal
                            bot:
                              state: completed
                              slots: { quantity: 2, extras: [note, seal], wants_ribbon: no, delivery_date: 2026-06-05 }
                              fact: delivery-time
                              says: [thank you, rocket]
                              outcome: sale
                        order: { total: 60.00, quantity: 2, extras: none }
                        """).read();

        assertThat(reading.errors()).isEmpty();
        ConversationTest test = reading.tests().getFirst();
        assertThat(test.today()).isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(test.turns().getLast())
                .isEqualTo(new ConversationTest.Turn(
                        5,
                        "two rockets with a note and a seal",
                        Optional.of("completed"),
                        Map.of(
                                "quantity", List.of("2"),
                                "extras", List.of("note", "seal"),
                                "wants_ribbon", List.of("no"),
                                "delivery_date", List.of("2026-06-05")),
                        Optional.of("delivery-time"),
                        List.of("thank you", "rocket"),
                        Optional.of("sale")));
        assertThat(test.order())
                .contains(new ConversationTest.Order(
                        true,
                        Optional.of(new BigDecimal("60.00")),
                        Map.of("quantity", List.of("2"), "extras", List.of("none"))));
    }
}
