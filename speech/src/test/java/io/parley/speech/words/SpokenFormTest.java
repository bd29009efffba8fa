package io.parley.speech.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenFormTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            It is $25.00              | it is twenty five dollars
            $1.50 each                | one dollar and fifty cents each
            on 2026-06-05             | on june fifth twenty twenty six
            June 5, 2026              | june fifth twenty twenty six
            at 15:30                  | at three thirty p m
            1024 seats                | one thousand twenty four seats
            jane.roe@example.com      | jane dot roe at example dot com
            order PX-10               | order p x one zero
            the 21st                  | the twenty first
            """)
    void givenFigures_whenTheyAreReadOut_thenTheyAreWords(String written, String spoken) {
        assertThat(String.join(" ", SpokenForm.words(written))).isEqualTo(spoken);
    }
}
