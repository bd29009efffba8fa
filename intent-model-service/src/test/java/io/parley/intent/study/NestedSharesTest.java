package io.parley.intent.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.intent.training.GiftCards;
import io.parley.intent.training.LabelledSituation;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NestedSharesTest {

    private final List<LabelledSituation> rows = IntStream.range(0, 100)
            .mapToObj(i -> new LabelledSituation(
                    "s", GiftCards.saying("greeting", "text " + i), i < 20 ? "cancelled" : "ask-design"))
            .toList();

    private final List<Integer> pool = IntStream.range(0, 100).boxed().toList();

    @Test
    void givenAShareOfTheRows_whenChosen_thenItHasTheSameShareOfEveryLabel() {
        List<Integer> order = NestedShares.order(pool, rows, 3);

        assertThat(order).containsExactlyInAnyOrderElementsOf(pool);
        assertThat(order.subList(0, NestedShares.size(0.25, 100)).stream().filter(row -> row < 20))
                .hasSize(5);
    }

    @Test
    void givenAnotherSeed_whenChosen_thenOtherRowsComeFirst() {
        assertThat(NestedShares.order(pool, rows, 3)).isEqualTo(NestedShares.order(pool, rows, 3));
        assertThat(NestedShares.order(pool, rows, 4)).isNotEqualTo(NestedShares.order(pool, rows, 3));
    }

    @Test
    void givenATinyShare_whenCounted_thenThereIsARowAllTheSame() {
        assertThat(NestedShares.size(0.01, 10)).isOne();
    }
}
