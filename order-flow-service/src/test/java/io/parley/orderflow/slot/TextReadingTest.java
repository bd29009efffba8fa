package io.parley.orderflow.slot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How customers give an address. */
class TextReadingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        1250 North Wells Street, apartment 3, please | address=1250 North Wells Street, apartment 3
        To our office                                | !address=malformed
        Look for 3150 Orchard Road, tall glass house | address=3150 Orchard Road, tall glass house
        the rider should heead to 1391 racine avennue | address=1391 racine avennue
        Flat 2 at 10 Downing Street                  | address=Flat 2 at 10 Downing Street
        my address is 65 racine avenue, apt 13b      | address=65 racine avenue, apt 13b
        """)
    void givenCoffeeOrderAskingAddress_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("coffee-order").asked("address").says(said)).isEqualTo(understood);
    }
}
