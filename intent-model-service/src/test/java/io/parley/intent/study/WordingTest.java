package io.parley.intent.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Yes, please!|yes please",
                "  I'd  like TWO…  |id like two",
                "that’s it|thats it",
                "use <card>.|use <card>",
                "12/11|12 11",
                "Grüße aus Zürich|grüße aus zürich"
            })
    void givenAText_whenPutPlainly_thenOnlyItsWordsAreLeft(String text, String plain) {
        assertThat(Wording.of(text)).isEqualTo(plain);
    }
}
