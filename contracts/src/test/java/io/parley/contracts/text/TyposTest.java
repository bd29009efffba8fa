package io.parley.contracts.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Swapped neighbours are one edit, not two. */
class TyposTest {

    @ParameterizedTest
    @CsvSource({
        "latte, latte, 0",
        "lattte, latte, 1",
        "ltte, latte, 1",
        "latye, latte, 1",
        "altte, latte, 1",
        "cappucino, cappuccino, 1",
        "mars, moon, 3",
        "bike, ebike, 3",
        "a, amsterdam, 3"
    })
    void givenTwoWords_whenCompared_thenEditsAreCountedUpToTheLimit(String said, String meant, int edits) {
        assertThat(Typos.distance(said, meant, 2)).isEqualTo(edits);
    }

    @ParameterizedTest
    @CsvSource({
        "thta, that, true",
        "tthat, that, true",
        "naem, name, true",
        "that, that, false",
        "tht, that, false",
        "thad, that, false",
        "nate, name, false",
        "james, names, false"
    })
    void givenTwoWords_whenOneMayBeASlip_thenOnlySwappedAndDoubledLettersAre(String said, String meant, boolean slip) {
        assertThat(Typos.isSlip(said, meant)).isEqualTo(slip);
    }
}
