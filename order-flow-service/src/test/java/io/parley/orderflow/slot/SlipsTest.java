package io.parley.orderflow.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipsTest {

    private final Slips slips = new Slips(List.of("without", "three", "croissant", "from", "form"));

    @ParameterizedTest
    @CsvSource({"witohut, without", "threee, three", "crooissant, croissant", "thhree, three", "rfom, from"})
    void givenLettersThatChangedPlacesOrCameTwice_whenLookedUp_thenTheWordIsFound(String said, String meant) {
        assertThat(slips.meant(said)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"three", "tree", "thre", "eethr", "threed", "withot", "croisant"})
    void givenTheWordItselfOrOtherErrors_whenLookedUp_thenItIsNoSlip(String said) {
        assertThat(slips.meant(said)).isEmpty();
    }

    @Test
    void givenTwoThatCouldBeMeant_whenLookedUp_thenTheFirstInTheAlphabetIsTaken() {
        assertThat(new Slips(List.of("badc", "abcd")).meant("abdc")).contains("abcd");
    }
}
