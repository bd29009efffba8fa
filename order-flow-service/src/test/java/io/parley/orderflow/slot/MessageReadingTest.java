package io.parley.orderflow.slot;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Campaign;
import io.parley.campaign.SlotType;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
