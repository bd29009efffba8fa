package io.parley.orderflow.slot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where customers want something brought, asked for or not. */
class AddressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        a small latte delivered to 12 Elm Street | address=12 Elm Street; drink=latte; handover=delivery; size=small
        two large lattes to 48 Pine Street, flat 3, please | address=48 Pine Street, flat 3; drink=latte; quantity=2; size=large
        delivery to 9 Oak Lane, apt 4B           | address=9 Oak Lane, apt 4B; handover=delivery
        do you have 2 oat lattes | drink=latte; milk=oat; quantity=2
        """)
    void givenNothingIsAsked_whenAHouseAndItsStreetAreSaid_thenTheyAreTheAddress(String said, String understood) {
        assertThat(Customer.of("coffee-order").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        no croissant. delivery, 17 Maple Drive | address=17 Maple Drive; handover=delivery; wants_croissant=no
        """)
    void givenACroissantIsOffered_whenTheAddressIsSaidToo_thenItIsKept(String said, String understood) {
        assertThat(Customer.of("coffee-order").asked("wants_croissant").says(said))
                .isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        I said 12 Elm Street           | address=12 Elm Street
        12 Elm Street, like I said     | address=12 Elm Street
        """)
    void givenTheAddressIsAsked_whenItIsSaidAgain_thenNothingButTheAddressIsTaken(String said, String understood) {
        assertThat(Customer.of("coffee-order").asked("address").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        no, change the address to 12 Elm Street | address=12 Elm Street
        change the address to 84 Pine Street    | address=84 Pine Street
        """)
    void givenAnAddress_whenItIsChanged_thenNothingButTheNewOneIsTaken(String said, String understood) {
        assertThat(Customer.of("coffee-order")
                        .known("address=1 Oak Lane;handover=delivery")
                        .correcting()
                        .says(said))
                .isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        zwei Mokka in die Gartenstraße 12 liefern | adresse=Gartenstraße 12; getraenk=mokka; menge=2; uebergabe=lieferung
        Lindenallee 7b, dritter Stock             | adresse=Lindenallee 7b
        """)
    void givenNothingIsAskedInGerman_whenAStreetAndItsHouseAreSaid_thenTheyAreTheAddress(
            String said, String understood) {
        assertThat(Customer.of("kaffee-bestellung").says(said)).isEqualTo(understood);
    }
}
