package io.parley.orderflow.slot;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.privacy.MaskedText;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardStandInTest {

    @ParameterizedTest
    @CsvSource({
        "4111 1111 1111 1111, 2000 0000 0000 1111",
        "4539148803436467, 6000000000006467",
        "my card is 4539-1488-0343-6467 thanks, my card is 6000-0000-0000-6467 thanks",
        "visa4539148803436467, visa6000000000006467",
        "378282246310005, 500000000000005"
    })
    void givenACardNumber_whenReplaced_thenAnotherValidOneStandsThereWithTheSameLastDigits(String said, String kept) {
        String standIn = CardStandIn.in(said, Set.of());

        assertThat(standIn).hasSameSizeAs(said).endsWith(said.substring(said.length() - 4));
        assertThat(CardReader.passesChecksum(standIn.replaceAll("\\D", ""))).isTrue();
        assertThat(standIn).doesNotContain("4539", "1488").isEqualTo(kept);
        assertThat(CardStandIn.in(standIn, Set.of())).isEqualTo(standIn);
        assertThat(new MaskedText(standIn)).isEqualTo(new MaskedText(said));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "four five three nine one four eight eight zero three four three six four six seven",
                "one, four five three nine one four double eight oh three four three six four six seven",
                "four double one one triple one double one double one double one double one"
            })
    void givenACardNumberInWords_whenReplaced_thenTheOtherStandsThereInWordsAndReadsTheSame(String said) {
        String standIn = CardStandIn.in(said, Set.of());

        assertThat(standIn).doesNotContain("nine").isNotEqualTo(said);
        assertThat(new MaskedText(standIn)).isEqualTo(new MaskedText(said));
        assertThat(CardStandIn.in(standIn, Set.of())).isEqualTo(standIn);
        List<Mention> before = cards(said);
        List<Mention> after = cards(standIn);
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i).value().map(CardStandInTest::lastFour))
                    .isEqualTo(before.get(i).value().map(CardStandInTest::lastFour));
        }
    }

    @Test
    void givenACardNumberInGermanWords_whenReplaced_thenTheOtherStandsThereInGermanWords() {
        String said = "vier fünf drei neun eins vier acht acht null drei vier drei sechs vier sechs sieben";

        String standIn = CardStandIn.in(said, Set.of());

        assertThat(standIn).endsWith("sechs vier sechs sieben").doesNotContain("neun", "zero");
        assertThat(CardReader.read(Words.of(Locale.GERMANY).hear(standIn), Words.of(Locale.GERMANY), true))
                .singleElement()
                .satisfies(card ->
                        assertThat(card.value().map(CardStandInTest::lastFour)).contains("6467"));
        assertThat(CardStandIn.in(standIn, Set.of())).isEqualTo(standIn);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4539-1488-0343-6457", "4242 4242 4242 4242 123", "45391488034364679999999999"})
    void givenANumberThatIsNoCard_whenReplaced_thenNothingOfItIsLeftAndItIsNoneEither(String said) {
        String standIn = CardStandIn.in(said, Set.of());

        assertThat(standIn).hasSameSizeAs(said).matches("[0 -]*1");
        assertThat(CardReader.passesChecksum(standIn.replaceAll("\\D", ""))).isFalse();
    }

    @Test
    void givenWhatStandsOnACard_whenReplaced_thenNeitherDateNorCodeIsKept() {
        assertThat(CardStandIn.in("4111 1111 1111 1111, 12/27, 987", Set.of()))
                .startsWith("2000 0000 0000 1111")
                .doesNotContain("12/27", "987");
    }

    @Test
    void givenATelephoneNumberThatIsKnown_whenReplaced_thenItStays() {
        Set<String> phones = Set.of("4917012345678");

        for (String said : List.of("+49 170 12345678", "0049 170 12345678", "0170 / 12345678")) {
            assertThat(CardStandIn.in("call " + said + " please", phones)).isEqualTo("call " + said + " please");
        }
        assertThat(CardStandIn.in("4111 1111 1111 1111", phones)).isEqualTo("2000 0000 0000 1111");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two boxes please", "on 2026-03-02 at 10", "+1 212 555 0123", "", "100 or 200"})
    void givenNoCard_whenReplaced_thenNothingChanges(String said) {
        assertThat(CardStandIn.in(said, Set.of())).isEqualTo(said);
    }

    private static List<Mention> cards(String said) {
        return CardReader.read(Words.of(Locale.US).hear(said), Words.of(Locale.US), true);
    }

    private static String lastFour(String card) {
        return card.substring(card.length() - 4);
    }

    @Test
    void givenDigitsOfAnotherScript_whenTheyMayBeACard_thenNothingBreaks() {
        String strange = "\ud835\udfd2".repeat(6) + "242424242";

        assertThat(CardStandIn.in(strange, List.of())).isNotEqualTo(strange);
    }

    /** Cards of fifteen digits, of which no stand-in may look like a Visa card that is not finished. */
    @Test
    void givenCardsOfEveryCheckDigit_whenReplaced_thenEachIsStillACard() {
        for (int tail = 0; tail < 10_000; tail++) {
            String card = cardBeginningWith("37%09d%03d".formatted(tail, tail % 1000));

            assertThat(CardReader.isCard(CardStandIn.in(card, List.of())))
                    .as(card)
                    .isTrue();
        }
    }

    private static String cardBeginningWith(String fourteen) {
        return IntStream.range(0, 10)
                .mapToObj(digit -> fourteen + digit)
                .filter(CardReader::passesChecksum)
                .findFirst()
                .orElseThrow();
    }
}
