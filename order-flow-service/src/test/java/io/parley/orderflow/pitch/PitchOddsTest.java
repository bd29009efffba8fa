package io.parley.orderflow.pitch;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Pitch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PitchOddsTest {

    private static final String FACT = "delivery-time";
    private static final Pitch FIRST = Pitch.anywhere("Order now.");
    private static final Pitch SECOND = Pitch.anywhere("It is the last one.");
    private static final List<Pitch> BOTH = List.of(FIRST, SECOND);

    @Test
    void givenTheSameConversationTurnAndFact_whenChosenAgain_thenItIsTheSamePitch() {
        PitchOdds odds = PitchOdds.of(Map.of());

        for (int seed = 0; seed < 50; seed++) {
            assertThat(odds.choose(FACT, BOTH, seed, 3)).isEqualTo(odds.choose(FACT, BOTH, seed, 3));
        }
    }

    @Test
    void givenNothingIsKnown_whenChosenForManyCustomers_thenEachPitchGetsItsShare() {
        assertThat(shareOfSecond(PitchOdds.of(Map.of()))).isBetween(0.45, 0.55);
    }

    @Test
    void givenOneSellsBetter_whenChosenForManyCustomers_thenItIsSaidAlmostAlwaysAndTheOtherNowAndThen() {
        PitchOdds odds = PitchOdds.of(Map.of(told(FIRST), new Tally(40, 12, 28), told(SECOND), new Tally(40, 20, 20)));

        assertThat(shareOfSecond(odds)).isBetween(0.9, 0.999);
    }

    @Test
    void givenWhatIsPending_whenChosen_thenItDoesNotCount() {
        PitchOdds odds = PitchOdds.of(Map.of(told(FIRST), new Tally(500, 0, 0)));

        assertThat(shareOfSecond(odds)).isEqualTo(shareOfSecond(PitchOdds.of(Map.of())));
    }

    @Test
    void givenNoSampling_whenChosen_thenItIsTheFirstThatFits() {
        assertThat(PitchOdds.IN_ORDER.choose(FACT, BOTH, 1, 1)).contains(FIRST);
        assertThat(PitchOdds.IN_ORDER.choose(FACT, List.of(SECOND), 1, 1)).contains(SECOND);
    }

    @Test
    void givenNoPitchThatFits_whenChosen_thenThereIsNone() {
        assertThat(PitchOdds.IN_ORDER.choose(FACT, List.of(), 1, 1)).isEmpty();
        assertThat(PitchOdds.of(Map.of()).choose(FACT, List.of(), 1, 1)).isEmpty();
    }

    private static double shareOfSecond(PitchOdds odds) {
        int customers = 2_000;
        return (double) IntStream.range(0, customers)
                        .filter(seed -> odds.choose(FACT, BOTH, seed * 7_919L, 4)
                                .filter(SECOND::equals)
                                .isPresent())
                        .count()
                / customers;
    }

    private static ToldWith told(Pitch pitch) {
        return new ToldWith(FACT, Optional.of(pitch.id()));
    }
}
