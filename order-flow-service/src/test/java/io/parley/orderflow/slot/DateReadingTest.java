package io.parley.orderflow.slot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How customers name days. Today is Monday, 2 March 2026. */
class DateReadingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        from 5 to 12 June                              | departure_date=2026-06-05; return_date=2026-06-12
        out on 5 June and back on 12 June              | departure_date=2026-06-05; return_date=2026-06-12
        5/6/2027                                       | departure_date=2027-06-05
        5.6.                                           | departure_date=2026-06-05
        the 5th                                        | departure_date=2026-03-05
        June 5th                                       | departure_date=2026-06-05
        have it kick in Jnue 5th                       | departure_date=2026-06-05
        5 June 2027                                    | departure_date=2027-06-05
        5th of june                                    | departure_date=2026-06-05
        in three weeks                                 | departure_date=2026-03-23
        ten days from now                              | departure_date=2026-03-12
        i'd prefer in two weekks                       | departure_date=2026-03-16
        could it be Saturday in two weks               | departure_date=2026-03-14
        a week from Monday                             | departure_date=2026-03-16
        two weeks from today                           | departure_date=2026-03-16
        end of June                                    | departure_date=2026-06-30
        the beginning of July                          | departure_date=2026-07-01
        first weekend of July                          | departure_date=2026-07-04
        christmas                                      | departure_date=2026-12-25
        new year's eve                                 | departure_date=2026-12-31
        next month                                     | !departure_date=ambiguous
        in the summer                                  | !departure_date=ambiguous
        tuseday                                        | departure_date=2026-03-03
        febuary 3rd                                    | departure_date=2027-02-03
        friday week                                    | departure_date=2026-03-13
        next friday                                    | departure_date=2026-03-06
        the day after tomorrow                         | departure_date=2026-03-04
        tonight                                        | !departure_date=past
        today                                          | !departure_date=past
        yesterday                                      | !departure_date=past
        2027-01-31                                     | departure_date=2027-01-31
        June                                           | !departure_date=ambiguous
        on the twenty-first of march                   | departure_date=2026-03-21
        june the fifth twenty twenty seven             | departure_date=2027-06-05
        friday, june 5                                 | departure_date=2026-06-05
        5-12 June                                      | departure_date=2026-06-05; return_date=2026-06-12
        May I leave on the 3rd?                        | departure_date=2026-03-03
        29 february                                    | departure_date=2028-02-29
        a fortnight from tomorrow                      | departure_date=2026-03-17
        mid June                                       | departure_date=2026-06-15
        on Monday the 5th                              | departure_date=2026-03-05
        the week after next                            | !departure_date=ambiguous
        12 o'clock                                     | ``
        no, let me check my diary first                | ``
        on second thoughts i decline                   | ``
        on second toughts i decline                    | ``
        ideally the day atfer tomorrow                 | departure_date=2026-03-04
        the day befoe may 5 please                     | departure_date=2026-05-04
        may the four of us be neighbours               | passengers=4
        may two of us fly on the 3rd                   | departure_date=2026-03-03; passengers=2
        may 5 in the morning                           | departure_date=2026-05-05
        may the fifth                                  | departure_date=2026-05-05
        make that a 23 kiol bag                        | baggage=large
        first week of may... say the 4th               | departure_date=2026-05-04
        June 28th and back on the 3rd                  | departure_date=2026-06-28; return_date=2026-07-03
        some time around easter                        | !departure_date=ambiguous
        for two weeks tomorrow                         | departure_date=2026-03-03
        on easter monday                               | departure_date=2026-04-06
        good friday                                    | departure_date=2026-04-03
        the saturday after next                        | departure_date=2026-03-14
        the last sunday in march                       | departure_date=2026-03-29
        the first monday in may                        | departure_date=2026-05-04
        the second friday of february                  | departure_date=2027-02-12
        the last friday of next month                  | departure_date=2026-04-24
        a fortnight today                              | departure_date=2026-03-16
        a week tomorrow                                | departure_date=2026-03-10
        the 15th of next month                         | departure_date=2026-04-15
        the 31st of next month                         | !departure_date=ambiguous
        this tursday                                   | ``
        next tuesdy                                    | departure_date=2026-03-03
        first                                          | departure_date=2026-04-01
        maybe fifth                                    | departure_date=2026-03-05
        the 3rd of octobr                              | departure_date=2026-10-03
        we want to leave on 3 May at 10:45 with 2 bags | departure_date=2026-05-03
        Monday and we'd like to leave early | departure_date=2026-03-09
        London, and we'd leave in the morning | origin=london
        the fifth of May, no no, the sixth of May | departure_date=2026-05-06
        out on the fifth of May, home on the sixth | departure_date=2026-05-05; return_date=2026-05-06
        """)
    void givenPlaneTicketAskingDepartureDate_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("plane-ticket").asked("departure_date").says(said))
                .isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        one week         | return_date=2026-06-12
        ten days later   | return_date=2026-06-15
        the 12th         | return_date=2026-06-12
        friday           | return_date=2026-06-12
        for a week       | return_date=2026-06-12
        the next day     | return_date=2026-06-06
        a day later, on the 6th | return_date=2026-06-06
        we stay 3 nights | return_date=2026-06-08
        12 June          | return_date=2026-06-12
        1 June           | !return_date=too-low
        in ten days      | !return_date=too-low
        the friday after | return_date=2026-06-12
        until the 20th   | return_date=2026-06-20
        a week later     | return_date=2026-06-12
        """)
    void givenPlaneTicketAskingReturnDateWithDepartureDateTrip_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("plane-ticket")
                        .asked("return_date")
                        .known("departure_date=2026-06-05;trip=return")
                        .says(said))
                .isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        i'm afraid one of us is unwell | ``
        We were thining of the 27th of March. | departure_date=2026-03-27
        last Tuesday | !departure_date=past
        wed pls | departure_date=2026-03-04
        october twenty-sevnth would suit us | departure_date=2026-10-27
        """)
    void givenSpaceTripAskingDepartureDateWithDestination_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("space-trip")
                        .asked("departure_date")
                        .known("destination=mars")
                        .says(said))
                .isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        I want to fly home to Krakow for Christmas       | departure_date=2026-12-25; destination=krakow; trip=return
        to Berlin on 31/12 returning 3/1                 | departure_date=2026-12-31; destination=berlin; return_date=2027-01-03; trip=return
        a return to Rome on 5 May                        | departure_date=2026-05-05; destination=rome; trip=return
        we return on 12 May                              | return_date=2026-05-12; trip=return
        a trip to Paris the week before Christmas        | destination=paris
        leaving the day before Christmas                 | departure_date=2026-12-24
        """)
    void givenNothingIsAsked_whenDaysOfATripAreSaid_thenEachIsTheDayThatIsMeant(String said, String understood) {
        assertThat(Customer.of("plane-ticket").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        Actually, make it a return on 12 May | return_date=2026-05-12; trip=return
        return, 12 May instead               | return_date=2026-05-12; trip=return
        """)
    void givenTheDayOfDeparture_whenAReturnIsNamedWithADay_thenItIsTheDayOfReturn(String said, String understood) {
        assertThat(Customer.of("plane-ticket")
                        .known("departure_date=2026-05-05;trip=single")
                        .correcting()
                        .says(said))
                .isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        there and back. 15 Jan             | departure_date=2027-01-15; trip=return
        return, March 3 to March 10        | departure_date=2026-03-03; return_date=2026-03-10; trip=return
        """)
    void givenTheKindOfTripIsAsked_whenItIsSaidBesideADay_thenItIsNoWordAboutTheDay(String said, String understood) {
        assertThat(Customer.of("plane-ticket").asked("trip").says(said)).isEqualTo(understood);
    }

    @Test
    void givenADay_whenItIsTheOne_thenItStays() {
        assertThat(Customer.of("space-trip")
                        .known("departure_date=2027-03-28")
                        .correcting()
                        .says("pleaase, thaat's the one, lock it in"))
                .isEmpty();
    }
}
