package io.parley.qa.recall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordingFoldsTest {

    @Test
    void givenVariantsOfOneWording_whenDealt_thenTheyStayTogether() {
        int[] parts = WordingFolds.of(
                List.of(asked("price", 1, 0), asked("price", 0, 1), asked("returns", 1, 0), asked("price", 1, 0.1)));

        assertThat(parts[3]).isEqualTo(parts[0]);
        assertThat(parts[1]).isNotEqualTo(parts[0]);
        assertThat(parts[2]).isNotEqualTo(parts[0]);
    }

    @Test
    void givenDifferentWordings_whenDealt_thenThePartsAreOfOneSize() {
        List<Asked> texts =
                IntStream.range(0, 20).mapToObj(i -> asked("fact-" + i, 1, 0)).toList();

        int[] parts = WordingFolds.of(texts);

        for (int part = 0; part < WordingFolds.PARTS; part++) {
            int wanted = part;
            assertThat(IntStream.of(parts).filter(each -> each == wanted).count())
                    .isEqualTo(20 / WordingFolds.PARTS);
        }
    }

    private static Asked asked(String fact, double x, double y) {
        double length = Math.hypot(x, y);
        float[] none = new float[0];
        int[] nothing = new int[0];
        return new Asked(
                new LabelledText(0, fact, "", Optional.of(fact), Optional.empty()),
                new Comparison(
                        new double[] {x / length, y / length},
                        nothing,
                        new int[1],
                        none,
                        none,
                        none,
                        none,
                        new double[0],
                        new double[0]));
    }
}
