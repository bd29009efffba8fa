package io.parley.orderflow.slot;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Campaign;
import io.parley.campaign.SlotType;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is asked for a name and an address at once. */
class NameAndPlaceTest {

    private final Campaign campaign = Campaigns.of(
            Locale.US,
            Campaigns.slot("recipient", SlotType.PERSON_NAME),
            Campaigns.slot("address", SlotType.PLACE),
            Campaigns.slot("day", SlotType.DATE),
            Campaigns.choice("window", false, "morning:in the morning:morning", "evening:in the evening:evening"),
            Campaigns.choice("flowers", false, "roses:red roses:rose"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        Gus Hartman, 15 Vine Street                       | address=15 Vine Street; recipient=Gus Hartman
        omar reyes 310 fulton street                      | address=310 fulton street; recipient=Omar Reyes
        Mia Sorensen at 41 Dean Street                    | address=41 Dean Street; recipient=Mia Sorensen
        Rose Danvers, 70 State Street                     | address=70 State Street; recipient=Rose Danvers
        her name is Anna Miller, 12 Elm Street, Brooklyn  | address=12 Elm Street, Brooklyn; recipient=Anna Miller
        my mom, Ann Lee, 12 Oak Ave                       | address=12 Oak Ave; recipient=Ann Lee
        to Nora Hall, 19 Juniper Street, saturday morning | address=19 Juniper Street; day=2026-03-07; recipient=Nora Hall; window=morning
        12 Elm Street, Brooklyn                           | address=12 Elm Street, Brooklyn
        Gus Hartman, Apt 4, 15 Vine Street                | address=Apt 4, 15 Vine Street; recipient=Gus Hartman
        Apt 4, 12 Elm Street                              | address=Apt 4, 12 Elm Street
        Carol Simmons | recipient=Carol Simmons
        """)
    void givenBothAreAskedFor_whenBothAreSaid_thenEachIsTaken(String said, String understood) {
        assertThat(Customer.of(campaign).asked("recipient,address").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        Anna Müller, Hauptstraße 12, Berlin | address=Hauptstraße 12, Berlin; recipient=Anna Müller
        Hauptstraße 12, Berlin              | address=Hauptstraße 12, Berlin
        """)
    void givenANumberStandsBehindTheStreet_whenBothAreAskedFor_thenTheStreetIsNoName(String said, String understood) {
        Campaign german = Campaigns.of(
                Locale.GERMANY,
                Campaigns.slot("recipient", SlotType.PERSON_NAME),
                Campaigns.slot("address", SlotType.PLACE));
        assertThat(Customer.of(german).asked("recipient,address").says(said)).isEqualTo(understood);
    }

    @Test
    void givenTheNameIsKnown_whenThePlaceIsSaid_thenTheNameStays() {
        assertThat(Customer.of(campaign)
                        .asked("recipient,address")
                        .known("recipient=Jane Roe")
                        .says("Rockefeller Plaza"))
                .isEqualTo("address=Rockefeller Plaza");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        Suite 5, Harbor House       | address=Suite 5, Harbor House
        Anna's Bakery, 12 Elm Street | address=Anna's Bakery, 12 Elm Street
        """)
    void givenOnlyThePlaceIsAskedFor_whenSaid_thenAllOfItIsThePlace(String said, String understood) {
        assertThat(Customer.of(campaign).asked("address").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        good morning, Friday would be great | day=2026-03-06
        Saturday is good, morning please    | day=2026-03-07; window=morning
        at last, Friday works               | day=2026-03-06
        we'd please like Friday             | day=2026-03-06
        wed morning                         | day=2026-03-04; window=morning
        tomorrow morning                    | day=2026-03-03; window=morning
        """)
    void givenPartsOfADayAreOptions_whenADayIsSaid_thenBothAreTakenAndAGreetingIsNeither(
            String said, String understood) {
        assertThat(Customer.of(campaign).asked("day").says(said)).isEqualTo(understood);
    }
}
