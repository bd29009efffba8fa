package io.parley.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VariationTest {

    @Test
    void givenTheSameSeed_whenVaried_thenTheWordsAreTheSame() {
        assertThat(new Variation(7).vary("Yes, go ahead", Set.of()))
                .isEqualTo(new Variation(7).vary("Yes, go ahead", Set.of()));
    }

    @Test
    void givenAShortLine_whenVariedAThousandTimes_thenItIsRarelyTheSameTwice() {
        Variation variation = new Variation(1);
        Set<String> said = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            said.add(variation.vary("Yes, go ahead", Set.of()));
        }

        assertThat(said)
                .hasSizeGreaterThan(700)
                .allSatisfy(line -> assertThat(line).containsIgnoringCase("yes, go ahead"));
    }

    @Test
    void givenACardNumberOrADate_whenVaried_thenItsDigitsStay() {
        Variation variation = new Variation(3);
        for (int i = 0; i < 100; i++) {
            assertThat(variation.vary("The card is 4111 1111 1111 1111", Set.of()))
                    .contains("4111 1111 1111 1111");
            assertThat(variation.vary("On May 20th", Set.of())).containsIgnoringCase("May 20th");
        }
    }

    @Test
    void givenAnAddress_whenVaried_thenItIsAnotherAddressOfTheSameHost() {
        assertThat(new Variation(1).vary("write to jane@example.com", Set.of()))
                .matches("write to jane\\d+@example\\.com");
    }

    @Test
    void givenAName_whenVaried_thenItIsAnotherName() {
        assertThat(new Variation(1).vary("I am Jane Roe", Set.of("Jane Roe")))
                .startsWith("I am ")
                .doesNotContain("Jane", "Roe");
    }
}
