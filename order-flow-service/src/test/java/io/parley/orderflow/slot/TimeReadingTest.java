package io.parley.orderflow.slot;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Campaign;
import io.parley.campaign.SlotType;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How customers name times. It is 10:02; the bar is open from 6:30 to 19:00. */
class TimeReadingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        pick up at five please          | handover=pickup; pickup_time=17:00
        I'll pick it up at one fifteen  | handover=pickup; pickup_time=13:15
        I'll pick it up at 5 of you     | handover=pickup
        I'll come pick them up around 4 | handover=pickup; pickup_time=16:00
        pick up for around 4 people     | handover=pickup; quantity=4
        """)
    void givenCoffeeOrderAskingHandover_whenATimeIsSaidToo_thenItIsKept(String said, String understood) {
        assertThat(Customer.of("coffee-order").asked("handover").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        at 3                  | pickup_time=15:00
        6 o'clock this evening | pickup_time=18:00
        half past nine        | !pickup_time=past
        quarter to five       | pickup_time=16:45
        10:45 am              | pickup_time=10:45
        noon                  | pickup_time=12:00
        midnight              | !pickup_time=past
        in twenty minutes     | pickup_time=10:22
        asap                  | pickup_time=10:05
        now                   | pickup_time=10:05
        5 30                  | pickup_time=17:30
        five thirty           | pickup_time=17:30
        seventeen fifteen     | pickup_time=17:15
        7                     | pickup_time=19:00
        6                     | pickup_time=18:00
        half nine             | !pickup_time=past
        3pm                   | pickup_time=15:00
        ten to seven          | pickup_time=18:50
        in an hour and a half | pickup_time=11:32
        1830                  | pickup_time=18:30
        5.30 pm               | pickup_time=17:30
        after work            | ``
        around 11             | pickup_time=11:00
        in half an hour       | pickup_time=10:32
        7 pm                  | pickup_time=19:00
        8 pm                  | !pickup_time=too-high
        at 9 in the evening   | !pickup_time=too-high
        six o'clock           | pickup_time=18:00
        by fie o'clock        | pickup_time=17:00
        not before 11         | !pickup_time=ambiguous
        between 11 and 12     | !pickup_time=ambiguous
        any time after 4 pm   | !pickup_time=ambiguous
        one more cup and I'll bounce | ``
        312-555-0148          | phone=+13125550148
        """)
    void givenCoffeeOrderAskingPickupTime_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("coffee-order").asked("pickup_time").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        tomorrow at ten            | pickup_day=2026-03-03; pickup_time=10:00
        on Friday around half past | pickup_day=2026-03-06
        Friday at 3                | pickup_day=2026-03-06; pickup_time=15:00
        tomorrow for 2             | pickup_day=2026-03-03
        """)
    void givenTheDayIsAskedAndTheTimeComesLater_whenBothAreSaid_thenBothAreKept(String said, String understood) {
        Campaign campaign = Campaigns.of(
                Locale.US, Campaigns.slot("pickup_day", SlotType.DATE), Campaigns.slot("pickup_time", SlotType.TIME));

        assertThat(Customer.of(campaign).asked("pickup_day").says(said)).isEqualTo(understood);
    }
}
