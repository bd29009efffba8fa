package io.parley.orderflow.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToldAndAskedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        Jane Roe, is it safe?                           | Jane Roe       | is it safe
        Mars please. How long does it take?             | Mars please    | How long does it take
        there are two of us and do kids pay less        | there are two of us | and do kids pay less
        how long does it take? mars then                | mars then      | how long does it take
        two do you take cards                           | two            | do you take cards
        For two, please. When do you close?             | For two, please | When do you close
        on July 3rd, and do kids pay less?              | on July 3rd    | and do kids pay less
        how much is it for two people, with the suite   |                |
        Is it safe, or is it not? July 3rd. Any refund? | July 3rd       | Is it safe, or is it not, Any refund
        """)
    void givenAnAnswerAndAQuestion_whenParted_thenEachIsByItself(String text, String told, String asked) {
        String parted = ToldAndAsked.of(Locale.US, text)
                .map(both -> both.told() + " / " + both.asked())
                .orElse("null / null");
        assertThat(parted).isEqualTo(told + " / " + asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "is Mars safe?",
                "for two people, how much is that",
                "if we are two, do we pay less",
                "tell me how long Mars takes",
                "can you do July 3rd, or is that too early",
                "two of us, please",
            })
    void givenOnlyAQuestionOrOnlyAnAnswer_whenParted_thenThereIsNothingBesides(String text) {
        assertThat(ToldAndAsked.of(Locale.US, text)).isEmpty();
    }

    @Test
    void givenATimeBeforeAWordThatTakesItBack_whenParted_thenThereIsNothingBesides() {
        assertThat(ToldAndAsked.of(Locale.US, "Sunday, is that too late?")).isEmpty();
        assertThat(ToldAndAsked.beforeDoubt(Locale.US, "tomorrow, I find that too soon"))
                .isEmpty();
        assertThat(ToldAndAsked.beforeDoubt(Locale.US, "tomorrow, that is sudden"))
                .isEmpty();
        assertThat(ToldAndAsked.beforeDoubt(Locale.US, "just me, my wife gets seasick"))
                .isPresent();
    }

    @Test
    void givenSomethingNamed_whenAsked_thenItIsSettledOnlyWhereWordsSaySo() {
        assertThat(ToldAndAsked.of(Locale.US, "okay, and the suite, how much more"))
                .get()
                .returns(false, ToldAndAsked::settled)
                .returns(true, ToldAndAsked::refers);
        assertThat(ToldAndAsked.of(Locale.US, "the suite, how big is it"))
                .get()
                .returns(false, ToldAndAsked::settled)
                .returns(true, ToldAndAsked::refers);
        assertThat(ToldAndAsked.of(Locale.US, "the suite please, how long is the flight"))
                .get()
                .returns(true, ToldAndAsked::settled)
                .returns(false, ToldAndAsked::refers);
    }

    @Test
    void givenGerman_whenParted_thenEachIsByItself() {
        assertThat(ToldAndAsked.of(Locale.GERMANY, "zwei bitte, kann ich mit Karte zahlen"))
                .contains(new ToldAndAsked("zwei bitte", "kann ich mit Karte zahlen", true, false, false, false));
    }
}
