package io.parley.orderflow.slot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How customers give e-mail addresses, telephone and card numbers. */
class ContactReadingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        jane dot roe at example dot com                         | email=jane.roe@example.com
        Jane.Roe@Example.COM                                    | email=jane.roe@example.com
        jane @ example.com                                      | email=jane@example.com
        jane at example                                         | !email=malformed
        jane@example                                            | !email=malformed
        j_r at mail dot example dot co dot uk                   | email=j_r@mail.example.co.uk
        +44 7700 900123                                         | phone=+447700900123
        call 212 555 0123                                       | phone=+12125550123
        you can call me at 303-555-0142                         | phone=+13035550142
        no phone                                                | ``
        no thanks                                               | ``
        jane@example.com and 212-555-0123                       | email=jane@example.com; phone=+12125550123
        555                                                     | ``
        my email's jane underscore roe at example.com           | email=jane_roe@example.com
        Carlos dot patel at example dot net                     | email=carlos.patel@example.net
        xavier dot romano at example dot com and (312) 555-0150 | email=xavier.romano@example.com; phone=+13125550150
        """)
    void givenSpaceTripAskingEmailPhone_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("space-trip").asked("email,phone").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        4111 1111 1111 1111                                              | card_number=4111111111111111
        4111111111111112                                                 | !card_number=bad-checksum
        4111 1111                                                        | !card_number=malformed
        four one one one one one one one one one one one one one one one | card_number=4111111111111111
        3782-822463-10005                                                | card_number=378282246310005
        no                                                               | ``
        double four 11 1111 1111 1111 1                                  | !card_number=bad-checksum
        I'd rather not give you that                                     | ``
        five five five five, five five five five, five five five five, four four four four | card_number=5555555555554444
        4242, 4242, 4242, 4242 | card_number=4242424242424242
        then 4242 4242 4242    | !card_number=bad-checksum
        6304 0000 0000         | card_number=630400000000
        then try this one, 4242 4242 4242 4242 | card_number=4242424242424242
        """)
    void givenSpaceTripAskingCardNumber_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("space-trip").asked("card_number").says(said)).isEqualTo(understood);
    }
}
