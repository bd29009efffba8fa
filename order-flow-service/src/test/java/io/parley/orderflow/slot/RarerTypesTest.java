package io.parley.orderflow.slot;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Campaign;
import io.parley.campaign.SlotType;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types of slots that no campaign of ours uses yet, and words shared by several slots. */
class RarerTypesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        $25                | budget=25
        25 dollars         | budget=25
        1,250.50           | budget=1250.5
        about 2 thousand   | budget=2000
        twenty bucks       | budget=20
        5000               | !budget=too-high
        in 3 weeks         | ``
        """)
    void givenAMoneySlot_whenAsked_thenAmountsAreRead(String said, String understood) {
        Campaign campaign =
                Campaigns.of(Locale.US, Campaigns.slot("budget", SlotType.MONEY, Campaigns.between("1", "4000")));

        assertThat(Customer.of(campaign).asked("budget").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        1.5            | weight=1.5
        two            | weight=2
        0.25           | weight=0.25
        two and a half | weight=2.5
        """)
    void givenANumberSlot_whenAsked_thenDecimalsAreRead(String said, String understood) {
        Campaign campaign = Campaigns.of(Locale.US, Campaigns.slot("weight", SlotType.NUMBER));

        assertThat(Customer.of(campaign).asked("weight").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        1.250,50           | budget=1250.5
        2,5                | budget=2.5
        """)
    void givenAGermanCampaign_whenAsked_thenSeparatorsAreGerman(String said, String understood) {
        Campaign campaign = Campaigns.of(Locale.GERMANY, Campaigns.slot("budget", SlotType.MONEY));

        assertThat(Customer.of(campaign).asked("budget").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        tomorrow at 3                | slot_time=2026-03-03T15:00
        Friday, June 5 at 10:30 am   | slot_time=2026-06-05T10:30
        5 pm                         | slot_time=2026-03-02T17:00
        9 am                         | slot_time=2026-03-03T09:00
        9 o'clock                    | slot_time=2026-03-02T21:00
        tomorrow                     | !slot_time=ambiguous
        noon on the 7th              | slot_time=2026-03-07T12:00
        """)
    void givenADateTimeSlot_whenAsked_thenDayAndTimeAreJoined(String said, String understood) {
        Campaign campaign =
                Campaigns.of(Locale.US, Campaigns.slot("slot_time", SlotType.DATE_TIME, Campaigns.after("now")));

        assertThat(Customer.of(campaign).asked("slot_time").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        deliver to the old mill, please   | place=the old mill
        Lake Como                         | place=Lake Como
        """)
    void givenAPlaceSlot_whenAsked_thenTheWordsAreTaken(String said, String understood) {
        Campaign campaign = Campaigns.of(Locale.US, Campaigns.slot("place", SlotType.PLACE));

        assertThat(Customer.of(campaign).asked("place").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        from London to Paris     | destination=paris; origin=london
        to London from Paris     | destination=london; origin=paris
        London                   | ``
        """)
    void givenCitiesOfTwoSlots_whenNamed_thenTheWordBeforeDecides(String said, String understood) {
        Campaign campaign = Campaigns.of(
                Locale.UK,
                Campaigns.choice("origin", false, "london:London", "paris:Paris"),
                Campaigns.choice("destination", false, "london:London", "paris:Paris"));

        assertThat(Customer.of(campaign).says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        two adults, 3 nights     | adults=2; nights=3
        4 nights                 | nights=4
        2                        | ``
        """)
    void givenTwoIntegerSlots_whenNotAsked_thenTheUnitDecides(String said, String understood) {
        Campaign campaign = Campaigns.of(
                Locale.US, Campaigns.slot("adults", SlotType.INTEGER), Campaigns.slot("nights", SlotType.INTEGER));

        assertThat(Customer.of(campaign).says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        no thanks            | remark=none
        that's all           | remark=none
        ring twice, please   | remark=ring twice
        """)
    void givenAnOptionalText_whenAsked_thenItCanBeDeclined(String said, String understood) {
        Campaign campaign = Campaigns.of(Locale.US, Campaigns.optional(Campaigns.slot("remark", SlotType.TEXT)));

        assertThat(Customer.of(campaign).asked("remark").says(said)).isEqualTo(understood);
    }
}
