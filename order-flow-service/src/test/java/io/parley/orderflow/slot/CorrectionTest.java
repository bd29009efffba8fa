package io.parley.orderflow.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What customers say to change what they said before. */
class CorrectionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        actually make it Tuesday                         | departure_date=2026-03-03
        no, I said three people                          | travellers=3
        change the name to Smith                         | name=Smith
        make it wednesday the week after                 | departure_date=2026-03-11
        not Mars, the Moon                               | destination=moon
        the Moon instead of Mars                         | destination=moon
        drop a photo album                               | extras=jacket
        Take the window off again                        | wants_window=no
        Could you add a spacewalk too                    | extras=jacket,album,spacewalk
        remove the jacket and the album                  | extras=none
        hmm, lose the jacket, I'd never wear it          | extras=album
        and scrap the jacket                             | extras=album
        sorry, without the window                        | wants_window=no
        call me ravi instead                             | name=Ravi
        correction, the name is Jamal Patel              | name=Jamal Patel
        my email is wrong, it's weiss.chiara@example.org | email=weiss.chiara@example.org
        Scratch Europa, we're going to the moon          | destination=moon
        switch us to the comfort one                     | cabin=comfort
        hmm, no extras after all                         | extras=none
        three of us, not two                             | travellers=3
        no wait, 5 seats instead of 2                    | travellers=5
        can we leave on the 22nd of April instead        | departure_date=2026-04-22
        my number is 512-555-0175, not the one I gave    | phone=+15125550175
        also put the zero-gravity day on the order       | extras=jacket,album,training
        It's Hiro, you misheard.                         | name=Hiro
        not Jane, Clara                                  | name=Clara
        I meant the space station                        | destination=orbit
        make that 3                                      | travellers=3
        let's make that 2 passengers                     | travellers=2
        Can you take a walk outside off?                 | extras=jacket,album
        I said we're healthy, but my dad isn't           | ``
        someone dropped out, now we're four              | travellers=4
        my sister is coming too, so three                | travellers=3
        make the launch january 8, 2028 instead          | departure_date=2028-01-08
        the name should be Zeke Rossi                    | name=Zeke Rossi
        Monday in two weeks is better                    | departure_date=2026-03-16
        actually make it the 12th                        | departure_date=2026-06-12
        no, the 3rd please                               | departure_date=2026-06-03
        No window after all                              | wants_window=no
        nobody wants the jacket                          | extras=album
        """)
    void givenSpaceTripAskingEmailPhone_whenCorrecting_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("space-trip")
                        .asked("email,phone")
                        .known(
                                "destination=mars;travellers=2;name=Jane;cabin=pod;wants_window=yes;extras=jacket,album;departure_date=2026-06-05;email=a@b.co;phone=+12125550123;fit_to_fly=yes")
                        .correcting()
                        .says(said))
                .isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        remove the jacket        | extras=none
        take the spacewalk off   | extras=none
        add the jacket after all | extras=jacket
        """)
    void givenExtrasWereDeclined_whenCorrecting_thenThereIsNothingToRemove(String said, String understood) {
        assertThat(Customer.of("space-trip")
                        .asked("email,phone")
                        .known("destination=mars;travellers=2;extras=none")
                        .correcting()
                        .says(said))
                .isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        oh, and swap an extra shot for caramel             | extras=vanilla,caramel
        on second thought skip the croissant               | wants_croissant=no
        Can you put Robin instead of Elena?                | customer_name=Robin
        i'd rather have nonfat than oat milk               | milk=skim
        better medium than large                           | size=medium
        make the name Ngozi instead                        | customer_name=Ngozi
        make it pick-up instead of delivery                | handover=pickup
        not six, three                                     | quantity=3
        oh, one more person came, so four                  | quantity=4
        change the number to fourteen                      | quantity=14
        the syrup should be an extra shot, not vanilla     | extras=extra_shot
        i don't want the croissant anymore just the coffee | wants_croissant=no
        actually add a croissant                           | wants_croissant=yes
        take the vanilla off                               | extras=none
        could you make it eight after all                  | quantity=8
        no wait i'll come and pick it up insteead          | handover=pickup
        not a hot chocolate a mocha                        | drink=mocha
        I'd like cinnamon as well                          | extras=vanilla,cinnamon
        """)
    void givenCoffeeOrderAskingCustomerNamePhone_whenCorrecting_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("coffee-order")
                        .asked("customer_name,phone")
                        .known(
                                "drink=latte;size=large;milk=oat;extras=vanilla;quantity=2;wants_croissant=yes;handover=delivery;address=12"
                                        + " Main Street;customer_name=Elena")
                        .correcting()
                        .says(said))
                .isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        no wait, let's go to the moon, and make it 4 | destination=moon; travellers=4
        take one person off                          | ``
        """)
    void givenSpaceTripAskingTravellersWithDestination_whenCorrecting_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("space-trip")
                        .asked("travellers")
                        .known("destination=mars")
                        .correcting()
                        .says(said))
                .isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        no, 12 October                | departure_date=2026-10-12
        change the outbound to 1 November | departure_date=2026-11-01
        no, 26 October                | return_date=2026-10-26
        no, 3 October                 | departure_date=2026-10-03
        no, 6 October                 | !return_date=too-low
        no, the return is 9 November  | return_date=2026-11-09; trip=return
        no, 9 November                | return_date=2026-11-09
        """)
    void givenTwoDatesAreKnown_whenOneIsCorrectedWithoutAClue_thenTheNearestThatIsAnotherChanges(
            String said, String understood) {
        assertThat(Customer.of("plane-ticket")
                        .asked("")
                        .known("departure_date=2026-10-06;return_date=2026-11-02")
                        .correcting()
                        .says(said))
                .isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        no objections, run it through, thansk | ``
        okay, chi instead of that             | ``
        no, Chai                              | drink=chai_latte
        no, Edna                              | customer_name=Edna
        I need to change the extras           | ``
        chagne my croissant answer            | ``
        no extras after all                   | extras=none
        skip the croissant                    | wants_croissant=no
        no, six hundred Roosevelt Road        | address=six hundred Roosevelt Road
        no, 600 Roosevelt Road                | address=600 Roosevelt Road
        no, six of them                       | quantity=6
        no, 3                                 | quantity=3
        no, 3 please                          | quantity=3
        no, 9 Roosevelt Rd                    | address=9 Roosevelt Rd
        no, edna                              | customer_name=Edna
        no, Latta Roosen                      | customer_name=Latta Roosen
        that's the wrong mailboox, really     | ``
        你好，我想购买 Привет                         | ``
        oh and make it decaf please           | extras=vanilla,decaf
        take out the vanilla, the rest is good | extras=none
        and make it hazelnut instead          | extras=hazelnut
        and drop the vanilla, I have enough vanilla | extras=none
        sorry, one more thing, no vanilla     | extras=none
        no, take one off, it's five           | quantity=5
        """)
    void givenAnOrderOfCoffee_whenSomethingIsSaidAnew_thenOnlyWhatIsMeantChanges(String said, String understood) {
        assertThat(Customer.of("coffee-order")
                        .asked("")
                        .known("drink=latte;extras=vanilla;quantity=2;wants_croissant=yes;address=5 Main Street;"
                                + "customer_name=Edith")
                        .correcting()
                        .says(said))
                .isEqualTo(understood);
    }

    @Test
    void givenAYesOrNoIsAsked_whenSomethingElseIsTakenBack_thenThatIsNoNo() {
        assertThat(Customer.of("space-trip")
                        .asked("fit_to_fly")
                        .known("travellers=2")
                        .correcting()
                        .says("wait no, make it three people, my brother's in"))
                .isEqualTo("travellers=3");
        assertThat(Customer.of("coffee-order")
                        .asked("wants_croissant")
                        .known("drink=latte")
                        .correcting()
                        .says("No wat, a chai latte."))
                .isEqualTo("drink=chai_latte");
    }

    @Test
    void givenADateThatChangedTheNearestOfTwo_whenItIsSaidAgain_thenItChangesTheOther() {
        Heard again = new Heard(
                "no, 26 October",
                List.of(),
                Map.of("departure_date", List.of("2026-10-06"), "return_date", List.of("2026-11-02")),
                true,
                true,
                Customer.now());

        assertThat(SlotExtractor.extract(Customer.of("plane-ticket").campaign(), again)
                        .values())
                .isEqualTo(Map.of("departure_date", List.of("2026-10-26")));
    }

    @Test
    void givenBagsAreChanged_whenTheWeightIsMistyped_thenItIsNoDay() {
        assertThat(Customer.of("plane-ticket")
                        .asked("seat")
                        .known("departure_date=2026-10-06;baggage=small")
                        .correcting()
                        .hears("Oops, switch our bags to the twenty-trhee kilos")
                        .values())
                .doesNotContainKey("return_date");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On second toughts we set off on January the twentieth",
                "On seocnd thoughts we set off on January the twentieth",
                "On second thougghts we set off on January the twentieth"
            })
    void givenADateThatIsChanged_whenTheSecondThoughtsAreMistyped_thenTheyAreNoDayOfTheirOwn(String said) {
        assertThat(Customer.of("plane-ticket")
                        .asked("passengers")
                        .known("departure_date=2026-10-06;trip=one_way")
                        .correcting()
                        .says(said))
                .isEqualTo("departure_date=2027-01-20");
    }
}
