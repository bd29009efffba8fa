package io.parley.contracts.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "it's 4111 1111 1111 1111 thanks | it's <card> thanks",
                "4111-1111-1111-1111 | <card>",
                "2 × Moon $48,000.00 and $4,800.00 | 2 × Moon $48,000.00 and $4,800.00",
                "zusammen 24.000,00 €, Abholung | zusammen 24.000,00 €, Abholung",
                "call 48,000.00 | call <phone>",
                "$4,111,111,111,111.11 | $<card>",
                "4111111111111111 exp 12/28 | <card> exp 12/28",
                "card 3782 822463 10005 | card <card>",
                "４１１１ １１１１ １１１１ １１１１ | <card>",
                "mail jane.roe+x@example.co.uk please | mail <email> please",
                "jane @ example . com | <email>",
                "jane at example dot com | <email>",
                "call me on +1 (212) 555-0123 | call me on <phone>",
                "+44 20 7946 0991 | <phone>",
                "Tel+442079460991 | Tel<phone>",
                "+378282246310005 | <card>",
                "+4111 1111 1111 1111 | <card>",
                "212-555-0123 | <phone>",
                "020 7946 0018 | <phone>",
                "555-0123 | <phone>",
                "visa4111111111111111 | visa<card>",
                "<4111 1111 1111 1111> | <<card>>",
                "take this one, 4111 1111 1111 1111 | take this one, <card>",
                "two, and 212-555-0123 | two, and <phone>",
                "four one one one one one one one one one one one one one one one | <card>",
                "Double four 11 one one 1111 1111 triple one, ok | <card>, ok",
                "two one two, five five five oh one two three | <phone>",
                "vier eins eins eins eins eins eins eins eins eins eins eins eins eins eins eins | <card>",
                "null drei null, fünf fünf fünf null eins zwei drei | <phone>",
                "null drei null fuenf fuenf fuenf null eins zwo drei | <phone>",
                "jana punkt schroeder ät web punkt de bitte | <email> bitte",
                "özlem minus k at beispiel punkt de | <email>",
            })
    void givenPersonalNumbers_whenMasked_thenOnlyTheirTokensRemain(String said, String masked) {
        assertThat(Masker.mask(said)).isEqualTo(masked);
        assertThat(new MaskedText(new MaskedText(said).value()).value()).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two seats to Mars on June 5th",
                "2026-03-09",
                "5/6/2027",
                "12.05.2027",
                "at 10:45 for 12 people",
                "1,500 dollars",
                "meet me at noon",
                "two or three at eight o'clock",
                "one, two, three",
                "on 2026-03-09 three travellers",
                "flight XY1234567",
                "dreißig Becher, acht große und zwei kleine",
                "am 3. März um acht, zwei Personen",
                "<card> and <email>"
            })
    void givenOrdinaryWords_whenMasked_thenNothingChanges(String said) {
        assertThat(Masker.mask(said)).isEqualTo(said);
    }
}
