package io.parley.orderflow.slot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How customers say how many. */
class CountReadingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        just me                         | travellers=1
        so threee of us                 | travellers=3
        me and my wife                  | travellers=2
        both of us                      | travellers=2
        the two of us                   | travellers=2
        a couple                        | travellers=2
        a dozen                         | !travellers=too-high
        half a dozen                    | travellers=6
        pair of us                      | travellers=2
        trio                            | travellers=3
        a foursome                      | travellers=4
        me, myself and I                | travellers=1
        just yours truly                | travellers=1
        just little old me              | travellers=1
        family of four                  | travellers=4
        2                               | travellers=2
        two adults and one child        | travellers=3
        2 adults and 2 kids             | travellers=4
        seven of us                     | !travellers=too-high
        twenty-one                      | !travellers=too-high
        me, my wife and two kids        | travellers=4
        two adults and a child          | travellers=3
        me, two kids and a friend       | travellers=4
        two tickets and a seat by the window | travellers=2
        none                            | ``
        zero                            | !travellers=too-low
        1.5                             | ``
        two and a half                  | ``
        -2                              | !travellers=too-low
        a hundred                       | !travellers=too-high
        two or three                    | !travellers=ambiguous
        2 or 3 people                   | !travellers=ambiguous
        one hundred and five            | !travellers=too-high
        we are 4 people, 2 of them kids | travellers=4
        one of us has a cold            | ``
        the small one                   | ``
        my wife and I                   | travellers=2
        3 thousand                      | !travellers=too-high
        nobody else                     | travellers=1
        myself and two friends          | travellers=3
        two to Rome                     | travellers=2
        ２                               | travellers=2
        thre | travellers=3
        2 adults 2 kids | travellers=4
        three people out on the 5th     | departure_date=2026-03-05; travellers=3
        take one person off             | ``
        one more thing before that | ``
        one steep the other way | ``
        two dads        | travellers=2
        two, a week from Monday | departure_date=2026-03-16; travellers=2
        let me ask around how many want one | ``
        """)
    void givenSpaceTripAskingTravellers_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("space-trip").asked("travellers").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        two, and every one of us bursting with health | passengers=2
        """)
    void givenPlaneTicketAskingPassengers_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("plane-ticket").asked("passengers").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        two to the Moon | travellers=2
        """)
    void givenSpaceTripAskingTravellersWithDestination_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("space-trip")
                        .asked("travellers")
                        .known("destination=mars")
                        .says(said))
                .isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        Two, one is for my husband   | quantity=2
        two or three, one is for him | !quantity=ambiguous
        one is for me and two are for my kids | !quantity=ambiguous
        """)
    void givenCoffeeOrderAskingQuantity_whenSomeAreForSomebody_thenTheyAreAPart(String said, String understood) {
        assertThat(Customer.of("coffee-order").asked("quantity").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        me and the two kids, 14 and 16        | travellers=3
        two adults and a 9-year-old           | travellers=3
        me, my husband and our 2 teenagers    | travellers=4
        me and my three kids, 4, 7 and 10     | travellers=4
        two adults and a 9-year-old boy       | travellers=3
        """)
    void givenTravellersAreAsked_whenAFamilyIsTold_thenAgesAreNoPeople(String said, String understood) {
        assertThat(Customer.of("space-trip").asked("travellers").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        no, whole milk and one croissant to share | milk=whole; quantity=-
        make it two                               | quantity=2
        one of them small                         | quantity=-; size=small
        """)
    void givenThreeCups_whenSomethingElseIsCounted_thenTheyStayThree(String said, String understood) {
        String heard = Customer.of("coffee-order")
                .known("quantity=3;milk=skim;size=large")
                .correcting()
                .says(said);

        assertThat(heard).isEqualTo(understood.replace("; quantity=-", "").replace("quantity=-; ", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        two iced lattes please          | drink=latte; extras=iced; quantity=2
        three of them for pickup please | handover=pickup; quantity=3
        """)
    void givenCupsAreAsked_whenMoreIsSaidOfThem_thenTheirNumberIsTaken(String said, String understood) {
        assertThat(Customer.of("coffee-order").asked("quantity").says(said)).isEqualTo(understood);
    }
}
