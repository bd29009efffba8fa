package io.parley.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The example of {@code docs/campaign-format.md}, whole. */
class GiftCardTest {

    private static final Reading READING = CampaignReader.read(Path.of("src/test/resources/gift-card"));

    @Test
    void givenTheExample_whenRead_thenNothingIsWrongWithIt() {
        assertThat(READING.errors()).isEmpty();
        assertThat(READING.campaign()).isPresent();
    }

    @Test
    void givenTheExample_whenRead_thenTheFlowIsAsWritten() {
        Campaign campaign = READING.campaign().orElseThrow();

        assertThat(campaign.id()).isEqualTo("gift-card");
        assertThat(campaign.version()).matches("[0-9a-f]{12}");
        assertThat(campaign.locale()).isEqualTo(Locale.US);
        assertThat(campaign.start()).isEqualTo("greeting");
        assertThat(campaign.states().keySet())
                .containsExactly(
                        "greeting",
                        "ask-design",
                        "ask-quantity",
                        "ask-delivery",
                        "ask-buyer",
                        "offer-ribbon",
                        "confirm-order",
                        "payment",
                        "completed",
                        "cancelled");
        assertThat(campaign.slot("design").options().get("rocket"))
                .isEqualTo(new Option("rocket", "a rocket", List.of("space ship"), Optional.of(new BigDecimal("30"))));
        assertThat(campaign.slot("quantity").initial()).contains("1");
        assertThat(campaign.slot("card_number").keepNever()).isTrue();
        assertThat(campaign.state("ask-quantity").alwaysAsk()).isTrue();
        assertThat(campaign.state("ask-buyer").next().getFirst().when().tests())
                .isEqualTo(Map.of("quantity", new Condition.Test.AtLeast(BigDecimal.TEN)));
        assertThat(campaign.lines()).hasSize(3);
        assertThat(campaign.lines().get(2).when().holds(Map.of("wants_ribbon", List.of("yes"))))
                .isTrue();
        assertThat(campaign.replies().get("no-match")).hasSize(2);
        assertThat(campaign.facts()).singleElement().satisfies(fact -> {
            assertThat(fact.id()).isEqualTo("delivery-time");
            assertThat(fact.states()).containsExactly("ask-delivery");
        });
    }

    @Test
    void givenALabelFurtherAlong_whenRead_thenTheDirectSuccessorIsLearnt() {
        Example first = READING.examples().getFirst();

        assertThat(first.state()).isEqualTo("greeting");
        assertThat(first.label()).isEqualTo("ask-delivery");
        assertThat(first.next()).isEqualTo("ask-design");
    }

    @Test
    void givenNoStateColumn_whenRead_thenEachRowsStateFollowsFromTheRowsBefore() {
        assertThat(READING.examples().stream().map(Example::state))
                .containsExactly(
                        "greeting",
                        "ask-delivery",
                        "ask-delivery",
                        "ask-buyer",
                        "confirm-order",
                        "payment",
                        "greeting",
                        "ask-design",
                        "ask-quantity",
                        "ask-quantity",
                        "ask-delivery",
                        "ask-quantity",
                        "ask-delivery",
                        "ask-buyer",
                        "offer-ribbon",
                        "confirm-order",
                        "confirm-order");
    }

    @Test
    void givenPersonalNumbers_whenRead_thenTextsAreMasked() {
        assertThat(READING.examples().get(3).text().value()).isEqualTo("Jane Roe, <email>");
        assertThat(READING.examples().get(5).text().value()).isEqualTo("<card>");
    }

    @Test
    void givenAConversation_whenRead_thenItsExpectationsAreCanonical() {
        assertThat(READING.tests()).singleElement().satisfies(test -> {
            assertThat(test.file()).isEqualTo("conversations/question-in-the-middle.yaml");
            assertThat(test.today()).isEqualTo(LocalDate.of(2026, 3, 2));
            assertThat(test.turns()).hasSize(3);
            assertThat(test.turns().getFirst().slots()).isEqualTo(Map.of("design", List.of("rocket")));
            assertThat(test.turns().get(1).fact()).contains("delivery-time");
            assertThat(test.turns().getLast().says()).containsExactly("name");
            assertThat(test.order()).contains(ConversationTest.Order.none());
        });
    }
}
