package io.parley.orderflow.slot;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Campaign;
import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What customers want written on a card or noted beside an order. */
class MessageReadingTest {

    private final Campaign campaign =
            Campaigns.of(Locale.US, Campaigns.optional(Campaigns.slot("card_message", SlotType.TEXT)));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        sorry for your loss                   | sorry for your loss
        ok, please write: Happy birthday, Mum! | Happy birthday, Mum!
        hello my love, see you soon ❤️        | hello my love, see you soon ❤️
        thank you                             | thank you
        put your feet up and get well         | put your feet up and get well
        write: see you soon                   | see you soon
        ❤️ love you                           | ❤️ love you
        I say "yes"                           | I say "yes"
        "With all my love" please             | With all my love
        no words can say how sorry I am       | no words can say how sorry I am
        nope no msg                           | none
        no card please                        | none
        no thanks                             | none
        none thx                              | none
        none                                  | none
        """)
    void givenAMessageIsAskedFor_whenSaid_thenItIsTakenAsItIs(String said, String message) {
        assertThat(Customer.of(campaign).asked("card_message").says(said)).isEqualTo("card_message=" + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes please", "ok", "hmm", "sure"})
    void givenAMessageIsAskedFor_whenOneIsOnlyAgreedTo_thenThatIsNone(String said) {
        assertThat(Customer.of(campaign).asked("card_message").says(said)).isEmpty();
    }

    @Test
    void givenAnAddressIsCorrected_whileAMessageIsAskedFor_thenItIsNoMessage() {
        Slot.Limits formed = new Slot.Limits(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(".*[0-9].*"));
        Campaign both = Campaigns.of(
                Locale.US,
                Campaigns.slot("card_message", SlotType.TEXT),
                Campaigns.slot("address", SlotType.PLACE, formed));
        assertThat(Customer.of(both)
                        .asked("card_message")
                        .known("address=9 Oak Street")
                        .correcting()
                        .says("the address is 12 Elm Street"))
                .isEqualTo("address=12 Elm Street");
    }
}
