package io.parley.orderflow.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EasterTest {

    @ParameterizedTest
    @ValueSource(strings = {"1961-04-02", "2000-04-23", "2008-03-23", "2026-04-05", "2027-03-28", "2038-04-25"})
    void givenAYear_whenEasterIsReckoned_thenItIsTheCalendars(String sunday) {
        LocalDate expected = LocalDate.parse(sunday);

        assertThat(Easter.sunday(expected.getYear())).isEqualTo(expected);
    }

    @Test
    void givenAFeastThatIsOver_whenItIsNamed_thenItIsTheNextYears() {
        assertThat(Easter.next(LocalDate.parse("2026-04-06"), 1)).isEqualTo("2026-04-06");
        assertThat(Easter.next(LocalDate.parse("2026-04-07"), 1)).isEqualTo("2027-03-29");
    }
}
