package io.parley.orderflow.slot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How customers say their names. */
class NameReadingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        yes please                                             | ``
        good morning                                           | ``
        what?                                                  | ``
        why do you need that                                   | ``
        no                                                     | ``
        jane roe                                               | name=Jane Roe
        Greta Lindqvist                                        | name=Greta Lindqvist
        Jane Doe                                               | name=Jane Doe
        Coach Bill Harper                                      | name=Coach Bill Harper
        smith                                                  | name=Smith
        it's for Jane                                          | name=Jane
        I'm Jane                                               | name=Jane
        call me Jay                                            | name=Jay
        name's bob                                             | name=Bob
        jan van der berg                                       | name=Jan van der Berg
        MARIA O'NEILL                                          | name=Maria O'Neill
        o'neill                                                | name=O'Neill
        josé garcía                                            | name=José García
        jean-luc picard                                        | name=Jean-Luc Picard
        Jane Roe and I want to fly to Mars                     | destination=mars; name=Jane Roe
        Thta would be Jane Roe                                 | name=Jane Roe
        hang on, someone's at the door                         | ``
        Nate                                                   | name=Nate
        mei chang                                              | name=Mei Chang
        Mr. Smith                                              | name=Mr. Smith
        will smith                                             | name=Will Smith
        i would rather not say                                 | ``
        mcdonald                                               | name=McDonald
        June                                                   | name=June
        make it wednesday the week after                       | departure_date=2026-03-11
        hello my name is grace hopper thanks                   | name=Grace Hopper
        that's none of your business                           | ``
        i want to go to the moon                               | destination=moon
        🚀                                                      | ``
        李雷                                                     | name=李雷
        Анна Петрова                                           | name=Анна Петрова
        This is Leila, 4 of us want to go to europa.           | destination=europa; name=Leila; travellers=4
        elena, i want to see europa on 2027-08-19              | departure_date=2027-08-19; destination=europa; name=Elena
        Luca Goldberg, and I'd like to go to the Orbit Station | destination=orbit; name=Luca Goldberg
        <b>Jane</b>                                  | ``
        Jane & Bob                                   | name=Jane & Bob
        signed Ifeoma Santos                         | name=Ifeoma Santos
        that's the wrong mailbox                     | ``
        will you send me advertising                 | ``
        do you have parking                          | ``
        could you put it under kate                  | name=Kate
        could you put it on Kate                     | name=Kate
        on Jane Roe please | name=Jane Roe
        Nina Clarke that's me | name=Nina Clarke
        the name would be Jane Roe | name=Jane Roe
        put it on Uncle Bob | name=Uncle Bob
        it's for my uncle | ``
        my nam is Joy | name=Joy
        Nam | name=Nam
        myself Arjun Kulkarni | name=Arjun Kulkarni
        """)
    void givenSpaceTripAskingName_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("space-trip").asked("name").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        Kwame, and my phone is 312-555-0148 | customer_name=Kwame; phone=+13125550148
        its maeve, +1 224 555 0136, please  | customer_name=Maeve; phone=+12245550136
        Zoe, no phone number.               | customer_name=Zoe
        scribble Camila on it               | customer_name=Camila
        Molly O'Brine will do               | customer_name=Molly O'Brine
        my colleague talked me inot the croissant, add it | ``
        no                                  | ``
        """)
    void givenCoffeeOrderAskingCustomerNamePhone_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("coffee-order").asked("customer_name,phone").says(said))
                .isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        mei-hussain@example.co.uk is my email and mei hussain my name                   | buyer_name=Mei Hussain; email=mei-hussain@example.co.uk
        catriona macleod here, and the mail is lucia-popescu@example.org                | buyer_name=Catriona Macleod; email=lucia-popescu@example.org
        I am called Sanjay Popescu and you can reach me at popescu_sanjay@example.co.uk | buyer_name=Sanjay Popescu; email=popescu_sanjay@example.co.uk
        I'm registered as Jamal Murphy, electronic post to jm@example.org               | buyer_name=Jamal Murphy; email=jm@example.org
        passenger lucia ross, inox lucia@example.org                                    | buyer_name=Lucia Ross; email=lucia@example.org
        mateusz adeyemi. adeyemi_mateusz@example.net. number 07700900380                | buyer_name=Mateusz Adeyemi; email=adeyemi_mateusz@example.net; phone=+447700900380
        """)
    void givenPlaneTicketAskingBuyerNameEmailPhone_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("plane-ticket").asked("buyer_name,email,phone").says(said))
                .isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        a holiday in orbit is what I'm aftter | destination=orbit
        a holiday on the moon, the fair i'm visiting | destination=moon
        yes! Mia Kowalski here                | name=Mia Kowalski
        Sarah Doyle, sarah.doyle@example.com  | email=sarah.doyle@example.com; name=Sarah Doyle
        a holiday in orbit please, I'm afua   | destination=orbit; name=Afua
        mars has been on my list for ages     | destination=mars
        it is beyond our means for holidyas   | ``
        i'm watchig telyl                     | ``
        two of us to mars, for jane roe       | destination=mars; name=Jane Roe; travellers=2
        I'm Jane                              | name=Jane
        hi it's Grace, the moon on 9/1 please | departure_date=2026-09-01; destination=moon; name=Grace
        hi it's great to be here | ``
        hi it's Anna's birthday on Friday | departure_date=2026-03-06
        """)
    void givenSpaceTripAskingNothing_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("space-trip").asked("").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        I'm Priya. It'd be for two | name=Priya; travellers=2
        I'm Anna. Two of us        | name=Anna; travellers=2
        Prof. Adams                | name=Prof. Adams
        Mary J. Blige              | name=Mary J. Blige
        Tim Ross                   | name=Tim Ross
        """)
    void givenANameIsAsked_whenAPointFollows_thenItEndsTheSentenceUnlessItCutsAWordShort(
            String said, String understood) {
        assertThat(Customer.of("space-trip").asked("name").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        Keith Moon             | name=Keith Moon
        my name is Bruno Mars  | name=Bruno Mars
        Helen, to the Moon     | destination=moon; name=Helen
        Mars please            | destination=mars
        """)
    void givenANameIsAsked_whenAFamilyIsCalledLikeSomethingOnOffer_thenItIsAName(String said, String understood) {
        assertThat(Customer.of("space-trip").asked("name").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        Lena Klein              | kundenname=Lena Klein
        Ich heiße Peter Schwarz | kundenname=Peter Schwarz
        Ute Schulze             | kundenname=Ute Schulze
        Max Klein               | kundenname=Max Klein
        Mokka Klein             | getraenk=mokka; groesse=klein
        """)
    void givenANameIsAskedInGerman_whenAFamilyIsCalledLikeSomethingOnOffer_thenItIsAName(
            String said, String understood) {
        assertThat(Customer.of("kaffee-bestellung").asked("kundenname").says(said))
                .isEqualTo(understood);
    }
}
