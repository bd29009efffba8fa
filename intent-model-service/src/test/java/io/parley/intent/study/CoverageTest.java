package io.parley.intent.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Example;
import io.parley.intent.study.DataCheck.TinyClass;
import io.parley.intent.study.DataCheck.Way;
import io.parley.intent.training.GiftCards;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final List<Example> ROWS = Stream.concat(
                    IntStream.range(0, 5).mapToObj(i -> Examples.row(i, "greeting", "yes " + i, "ask-design")),
                    Stream.of(
                            Examples.row(6, "greeting", "no", "cancelled"),
                            Examples.row(7, "ask-design", "what?", "question")))
            .toList();

    private final Coverage coverage = new Coverage(Examples.CAMPAIGN, ROWS);

    @Test
    void givenStatesAndWaysWithoutRows_whenLookedFor_thenTheyAreTold() {
        assertThat(coverage.unheard().states().first())
                .containsExactly("ask-quantity", "offer-ribbon", "confirm-order");
        assertThat(coverage.unheard().ways().first())
                .contains(new Way("ask-design", "ask-quantity"), new Way("confirm-order", "completed"))
                .doesNotContain(new Way("greeting", "cancelled"));
    }

    @Test
    void givenLabelsWithFewRows_whenLookedFor_thenTheFewestComeFirst() {
        assertThat(coverage.tiny().fewerThan()).isEqualTo(5);
        assertThat(coverage.tiny().classes().first())
                .startsWith(new TinyClass("", "hesitation", 0))
                .contains(new TinyClass("greeting", "cancelled", 1), new TinyClass("", "question", 1))
                .noneMatch(tiny -> tiny.label().equals("ask-design"));
    }

    @Test
    void givenTheCampaignsOwnRows_whenLookedAt_thenNoStateIsUnheard() {
        assertThat(new Coverage(Examples.CAMPAIGN, GiftCards.READING.examples())
                        .unheard()
                        .states()
                        .total())
                .isZero();
    }
}
