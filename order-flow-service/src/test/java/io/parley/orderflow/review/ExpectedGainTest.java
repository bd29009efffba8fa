package io.parley.orderflow.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parley.contracts.model.ScoredState;
import io.parley.orderflow.review.ExpectedGain.Said;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectedGainTest {

    @Test
    void givenOneUtterance_whenWeighed_thenItIsWorthItsUncertaintyForEachTimeItWasSaid() {
        assertThat(ExpectedGain.of(List.of(new Said("a", "hello", 0.5, 4)))).containsExactly(2);
    }

    @Test
    void givenTwoUtterances_whenOneIsLikeWhatOthersSay_thenItIsWorthMore() {
        double[] gains = ExpectedGain.of(List.of(
                new Said("a", "the big box please", 0.5, 1),
                new Said("a", "the big box", 0.5, 3),
                new Said("a", "qwertz", 0.5, 1),
                new Said("b", "the big box please", 0.5, 1)));

        assertThat(gains[0]).isGreaterThan(gains[3]);
        assertThat(gains[1]).isGreaterThan(gains[0]);
        assertThat(gains[2]).isEqualTo(0.5);
        assertThat(gains[3]).isEqualTo(0.5);
    }

    @Test
    void givenTextsThatDifferInPunctuationAlone_whenWeighed_thenTheyCountAsTheSame() {
        double[] gains = ExpectedGain.of(List.of(new Said("a", "Hello, you", 1, 1), new Said("a", "hello you!", 1, 1)));

        assertThat(gains[0]).isCloseTo(2, within(1e-12));
        assertThat(gains[1]).isCloseTo(2, within(1e-12));
    }

    @Test
    void givenRankings_whenTheyAreFlatter_thenTheUncertaintyIsHigher() {
        assertThat(Uncertainty.of(List.of(new ScoredState("a", 0.5), new ScoredState("b", 0.5))))
                .isCloseTo(1, within(1e-12));
        assertThat(Uncertainty.of(List.of(new ScoredState("a", 0.9), new ScoredState("b", 0.1))))
                .isCloseTo(0.4690, within(1e-4));
        assertThat(Uncertainty.of(List.of(new ScoredState("a", 1), new ScoredState("b", 0))))
                .isZero();
        assertThat(Uncertainty.of(List.of())).isZero();
    }
}
