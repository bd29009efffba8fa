package io.parley.orderflow.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "de, kundenname, Namen, true",
        "de, adresse, Adressen, true",
        "de, abholzeit, Uhrzeit, false",
        "de, kundenname, Kunde, false",
        "en, departure_date, dates, true",
        "en, email, mail, true",
        "en, wants_window, window, true",
        "en, customer_name, custom, false",
        "en, size, in, false"
    })
    void givenASlotsName_whenAWordIsSaid_thenItIsKnownWhetherItSpeaksOfIt(
            String language, String slot, String said, boolean named) {
        assertThat(Spelling.isNameOf(Locale.of(language), slot, said)).isEqualTo(named);
    }
}
