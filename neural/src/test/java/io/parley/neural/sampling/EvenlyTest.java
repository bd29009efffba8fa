package io.parley.neural.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvenlyTest {

    @Test
    void givenMoreThanWanted_whenTaken_thenTheyLieAtTheSameDistances() {
        assertThat(Evenly.some(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), 4)).containsExactly(0, 2, 5, 7);
    }

    @Test
    void givenNoMoreThanWanted_whenTaken_thenTheyAreAllThere() {
        assertThat(Evenly.some(List.of("a", "b"), 2)).containsExactly("a", "b");
        assertThat(Evenly.some(List.of("a", "b"), 9)).containsExactly("a", "b");
        assertThat(Evenly.some(List.of("a"), 0)).isEmpty();
        assertThat(Evenly.some(List.of(), 3)).isEmpty();
    }

    @Test
    void givenVeryMany_whenTaken_thenTheDistanceDoesNotOverflow() {
        List<Integer> many = IntStream.range(0, 200_000).boxed().toList();

        assertThat(Evenly.some(many, 100_000).getLast()).isEqualTo(199_998);
    }
}
