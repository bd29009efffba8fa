package io.parley.orderflow.slot;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Campaign;
import io.parley.campaign.SlotType;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What customers of a hotel say before anybody has asked. It is Monday, 2 March 2026. */
class UnaskedReadingTest {

    private final Campaign hotel = Campaigns.of(
            Locale.UK,
            Campaigns.choice("room", false, "single:a single room:single", "suite:the suite:suite"),
            Campaigns.slot("guests", SlotType.INTEGER),
            Campaigns.slot("check_in", SlotType.DATE),
            Campaigns.slot("nights", SlotType.INTEGER),
            Campaigns.slot("arrival_time", SlotType.TIME),
            Campaigns.slot("wants_breakfast", SlotType.YES_NO));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        a single for one person, with breakfast              | guests=1; room=single; wants_breakfast=yes
        suite for my girlfriend and me, two nights           | guests=2; nights=2; room=suite
        my wife and I and our baby are coming to town        | guests=3
        single, only myself, 3 April, no breakfast thanks    | check_in=2026-04-03; guests=1; room=single; wants_breakfast=no
        the suite for two, breakfast included                | guests=2; room=suite; wants_breakfast=yes
        a single without breakfast                           | room=single; wants_breakfast=no
        is the breakfast any good                            | ``
        we talked about it at breakfast                      | ``
        let me ask my wife first                             | ``
        """)
    void givenNothingIsAsked_whenSaid_thenWhatCannotBeAnythingElseIsTaken(String said, String understood) {
        assertThat(Customer.of(hotel).says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        let's do a full week        | nights=7
        a whole week from 4 May     | check_in=2026-05-04; nights=7
        210 a night is way too much | ``
        """)
    void givenNightsAreAsked_whenSaid_thenAPriceIsNoNumberOfThem(String said, String understood) {
        assertThat(Customer.of(hotel).asked("check_in,nights").says(said)).isEqualTo(understood);
    }

    @Test
    void givenATimeIsKnown_whenItIsNamedAndAnotherIsSaid_thenItChanges() {
        assertThat(Customer.of(hotel)
                        .known("arrival_time=17:50")
                        .correcting()
                        .says("sorry, my arrival will rather be 20.15"))
                .isEqualTo("arrival_time=20:15");
    }
}
