package io.parley.orderflow.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How customers choose, and what they say besides. */
class ChoiceReadingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        the second one                             | drink=americano
        two lattes and a mocha                     | quantity=2; !drink=ambiguous
        I have to go                               | ``
        just a coffee, small and black             | size=small
        three lattes to go at 5:30 pm              | drink=latte; handover=pickup; pickup_time=17:30; quantity=3
        vanilla latte with oat                     | drink=latte; extras=vanilla; milk=oat
        no                                         | ``
        latte, no wait, a mocha                    | drink=mocha
        can I get twenty four cold brews delivered | drink=cold_brew; handover=delivery; quantity=24
        a mocha or rather a chai, I don't know | !drink=ambiguous
        a mocha or rather a chai | drink=chai_latte
        """)
    void givenCoffeeOrderAskingDrink_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("coffee-order").asked("drink").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        a return from Manchester to Rome for two people please | destination=rome; origin=manchester; passengers=2; trip=return
        two to Rome                                            | destination=rome; passengers=2
        I need to change my booking                            | ``
        we come from London                                    | origin=london
        hi, I'm interested                                     | ``
        I want to go to Rome with my wife in June              | destination=rome
        light luggage only                                     | fare=light
        hello there, I have a question about the 3 fares       | ``
        my name is Jane Roe and I'd like to fly to Rome        | buyer_name=Jane Roe; destination=rome
        I need a flight to Dublin tomorrow | departure_date=2026-03-03; destination=dublin
        """)
    void givenPlaneTicketAskingNothing_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("plane-ticket").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        one each, please        | small, large
        15 kg or 23 kg          | small, large
        not each                | ``
        the smaller, or bigger  | small, large
        a bag                   | ``
        the small one           | ``
        with my wife            | ``
        """)
    void givenPlaneTicketAskingBaggage_whenTheWordsFitTwoOptions_thenThoseTwoAreInDoubt(String said, String two) {
        Extraction heard = SlotExtractor.extract(
                Customer.of("plane-ticket").campaign(),
                new Heard(said, List.of("baggage"), Map.of(), false, Customer.now()));

        assertThat(String.join(", ", heard.between().getOrDefault("baggage", List.of())))
                .isEqualTo(two);
        assertThat(heard.values()).doesNotContainEntry("baggage", List.of("cabin"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        also the album               | extras=jacket,album
        spacewalk and a jacket       | extras=spacewalk,jacket
        nothing                      | extras=none
        the spacewalk but no jacket  | extras=spacewalk
        all of them                  | extras=spacewalk,training,jacket,album
        jacket please, and that's it | extras=jacket
        no that's everything         | extras=none
        a drop of the album then     | extras=album
        not the jacket, the album    | extras=album
        """)
    void givenSpaceTripAskingExtrasWithExtras_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("space-trip")
                        .asked("extras")
                        .known("extras=jacket")
                        .says(said))
                .isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        jupiter's moon        | destination=europa
        the moon or mars      | !destination=ambiguous
        one moment please     | ``
        orbit then, the moon's too much for me | destination=orbit
        not mars              | ``
        anything but the moon | ``
        mras                  | destination=mars
        europe                | destination=europa
        moonn                 | destination=moon
        the red one           | destination=mars
        the first one         | destination=orbit
        the last              | destination=europa
        Pluto                 | !destination=not-an-option
        any--- precision      | !destination=not-an-option
        """)
    void givenSpaceTripAskingDestination_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("space-trip").asked("destination").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        a small one please       | size=small
        little one               | size=small
        large with an extra shot | extras=extra_shot; size=large
        """)
    void givenCoffeeOrderAskingSizeWithDrink_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("coffee-order")
                        .asked("size")
                        .known("drink=latte")
                        .says(said))
                .isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        actually can I have 3 | quantity=3
        """)
    void givenCoffeeOrderAskingMilkWithDrink_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("coffee-order")
                        .asked("milk")
                        .known("drink=latte")
                        .says(said))
                .isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        no but make it 8 | extras=none; quantity=8
        """)
    void givenCoffeeOrderAskingExtrasWithExtras_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("coffee-order")
                        .asked("extras")
                        .known("extras=vanilla")
                        .says(said))
                .isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        no extras please | extras=none
        """)
    void givenCoffeeOrderAskingExtras_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("coffee-order").asked("extras").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        I will pick it up at half past five | handover=pickup; pickup_time=17:30
        not delivery, the other one | handover=pickup
        """)
    void givenCoffeeOrderAskingHandover_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("coffee-order").asked("handover").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        I'm Jane, two seats to Paris please | buyer_name=Jane; destination=paris; passengers=2
        I'm looking for a flight to Paris   | destination=paris
        I'm not sure yet                    | ``
        """)
    void givenPlaneTicketAskingDestination_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("plane-ticket").asked("destination").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        no return please  | trip=single
        no, return please | trip=return
        one-way           | trip=single
        """)
    void givenPlaneTicketAskingTrip_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("plane-ticket").asked("trip").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        I don't mind | seat=any
        no thanks    | seat=any
        nothing with nuts please, have you something suitable in the air | !seat=not-an-option
        nothing special | seat=any
        """)
    void givenPlaneTicketAskingSeat_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("plane-ticket").asked("seat").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        fifteen                       | baggage=small
        fifteen of us have one each   | ``
        23 please                     | baggage=large
        no thanks   | baggage=cabin
        23kg please | baggage=large
        nope        | baggage=cabin
        """)
    void givenPlaneTicketAskingBaggage_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("plane-ticket").asked("baggage").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        the window seat and classic | fare=classic
        """)
    void givenPlaneTicketAskingFareWithSeat_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("plane-ticket")
                        .asked("fare")
                        .known("seat=window")
                        .says(said))
                .isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        That suits me | ``
        not the pod and not the suite, the other one | cabin=comfort
        not the other one, the pod | cabin=pod
        """)
    void givenSpaceTripAskingCabinWithDestination_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("space-trip")
                        .asked("cabin")
                        .known("destination=mars")
                        .says(said))
                .isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        a flight jacket for each of us | extras=jacket
        yes please                     | ``
        the training, and a jacket, hm no, just the training | extras=training
        the jacket, and actually just the album too | extras=jacket,album
        """)
    void givenSpaceTripAskingExtras_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("space-trip").asked("extras").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        Hm, who goes outside with me on the spacewalk | ``
        how long is the spacewalk                     | ``
        how about the spacewalk                       | extras=spacewalk
        the moon, with the spacewalk                  | destination=moon; extras=spacewalk
        """)
    void givenSpaceTripAskingDates_whenAnExtraIsOnlyAskedAbout_thenItIsNotOrdered(String said, String understood) {
        assertThat(Customer.of("space-trip").asked("departure_date").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        training day not, but all the others                   | extras=spacewalk,jacket,album
        all but the photo album                                | extras=spacewalk,training,jacket
        the jackets. no wait, no jackets, training day instead | extras=training
        the album then, no wait, the jacket                    | extras=jacket
        the album, no wait, also the jacket                    | extras=album,jacket
        just the jacket, all the others are too dear           | extras=jacket
        that's all, but with the album                         | extras=album
        drop the jacket, I have enough jackets                 | extras=none
        """)
    void givenSpaceTripAskingExtras_whenSomeAreLeftOut_thenTheOthersAreTaken(String said, String understood) {
        assertThat(Customer.of("space-trip").asked("extras").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource({"nothing else, iced", "no more thanks, iced", "none, none"})
    void givenSomethingOfAListWasSaidBefore_whenNothingElseIsWanted_thenItStays(String said, String extras) {
        assertThat(Customer.of("coffee-order")
                        .asked("extras")
                        .known("extras=iced")
                        .says(said))
                .isEqualTo("extras=" + extras);
    }
}
