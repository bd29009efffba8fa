package io.parley.orderflow.slot;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Campaign;
import io.parley.campaign.SlotType;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How German customers name things. It is Monday, 2 March 2026, 10:02; the coffee house is open from 7 to 19 o'clock. */
class GermanReadingTest {

    private static final Campaign TYPES = Campaigns.of(
            Locale.GERMANY,
            Campaigns.slot("tag", SlotType.DATE),
            Campaigns.slot("zahl", SlotType.NUMBER),
            Campaigns.slot("betrag", SlotType.MONEY),
            Campaigns.slot("mail", SlotType.EMAIL),
            Campaigns.slot("wann", SlotType.DATE_TIME));

    private static final Campaign OFFER = Campaigns.of(Locale.GERMANY, Campaigns.slot("ja", SlotType.YES_NO));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        zwei                              | menge=2
        zwei bitte                        | menge=2
        einundzwanzig                     | menge=21
        vier und zwanzig                  | menge=24
        zwölf                             | menge=12
        zwoelf Becher                     | menge=12
        fuenf                             | menge=5
        fünfzig                           | !menge=too-high
        zweihundertfünfzig                | !menge=too-high
        ein Dutzend                       | menge=12
        ein halbes Dutzend bitte          | menge=6
        dreimal                           | menge=3
        3x                                | menge=3
        2 Stück                           | menge=2
        nur einen                         | menge=1
        einen bitte                       | menge=1
        für mich allein                   | menge=1
        wir sind zu dritt                 | menge=3
        meine Frau und ich                | menge=2
        zwei, nein, doch lieber drei      | menge=3
        drei oder vier                    | !menge=ambiguous
        zwei Minuten noch                 | ``
        """)
    void givenTheNumberIsAsked_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(asked("menge").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        halb vier                  | abholzeit=15:30
        um halb acht               | !abholzeit=past
        halb acht                  | !abholzeit=past
        viertel nach drei          | abholzeit=15:15
        Viertel vor fünf           | abholzeit=16:45
        dreiviertel vier           | abholzeit=15:45
        drei viertel vier          | abholzeit=15:45
        viertel vier               | abholzeit=15:15
        fünf vor halb fünf         | abholzeit=16:25
        zehn nach halb drei        | abholzeit=14:40
        zehn vor elf               | abholzeit=10:50
        18 Uhr 30                  | abholzeit=18:30
        achtzehn Uhr dreißig       | abholzeit=18:30
        18:30 Uhr                  | abholzeit=18:30
        15.30 Uhr                  | abholzeit=15:30
        um vier nachmittags        | abholzeit=16:00
        um acht abends             | !abholzeit=too-high
        elf Uhr vormittags         | abholzeit=11:00
        so gegen drei              | abholzeit=15:00
        um drei                    | abholzeit=15:00
        mittags                    | ``
        um zwölf                   | abholzeit=12:00
        in einer halben Stunde     | abholzeit=10:32
        in einer Viertelstunde     | abholzeit=10:17
        in zwanzig Minuten         | abholzeit=10:22
        in anderthalb Stunden      | abholzeit=11:32
        jetzt gleich               | abholzeit=10:05
        zwischen elf und zwölf     | !abholzeit=ambiguous
        nicht vor elf              | !abholzeit=ambiguous
        nach der Arbeit            | ``
        """)
    void givenTheTimeIsAsked_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(asked("abholzeit").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        am dritten März              | tag=2026-03-03
        am 3. März                   | tag=2026-03-03
        3.3.                         | tag=2026-03-03
        03.03.2027                   | tag=2027-03-03
        am 5.6.2026                  | tag=2026-06-05
        übermorgen                   | tag=2026-03-04
        uebermorgen                  | tag=2026-03-04
        morgen                       | tag=2026-03-03
        nächsten Dienstag            | tag=2026-03-03
        Dienstag in einer Woche      | tag=2026-03-10
        übernächsten Dienstag        | tag=2026-03-10
        in zwei Wochen               | tag=2026-03-16
        in vierzehn Tagen            | tag=2026-03-16
        am einundzwanzigsten         | tag=2026-03-21
        am 14.                       | tag=2026-03-14
        Freitag, den 6. März         | tag=2026-03-06
        Freitagabend                 | tag=2026-03-06
        nächste Woche Freitag        | tag=2026-03-13
        Ende Juni                    | tag=2026-06-30
        an Heiligabend               | tag=2026-12-24
        irgendwann im Sommer         | !tag=ambiguous
        """)
    void givenTheDayIsAsked_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(Customer.of(TYPES).asked("tag").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        zahl   | zweieinhalb                                  | zahl=2.5
        zahl   | anderthalb                                   | zahl=1.5
        zahl   | 2,5                                          | zahl=2.5
        zahl   | ein halbes                                   | zahl=0.5
        betrag | 1.234,50 €                                   | betrag=1234.5
        betrag | zwölf Euro                                   | betrag=12
        mail   | jana punkt schroeder ät web punkt de         | mail=jana.schroeder@web.de
        mail   | jana.roth@example.de                         | mail=jana.roth@example.de
        mail   | özlem minus k at beispiel punkt de           | mail=özlem-k@beispiel.de
        wann   | morgen um drei                               | tag=2026-03-03; wann=2026-03-03T15:00
        """)
    void givenOtherTypesAreAsked_whenSaid_thenUnderstood(String slot, String said, String understood) {
        assertThat(Customer.of(TYPES).asked(slot).says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource({
        "ja gern,yes", "jo,yes", "passt,yes", "stimmt,yes", "warum nicht,yes", "kein Problem,yes", "klar doch,yes",
        "nee,no", "nein danke,no", "lieber nicht,no", "heute nicht,no", "gut aber lieber nicht,no", "Nö,no",
                "brauche ich nicht,no",
        "natuerlich,yes", "muss nicht sein,no", "ein andermal gern,no"
    })
    void givenAYesOrNoIsAsked_whenSaid_thenUnderstood(String said, String answer) {
        assertThat(Customer.of(OFFER).asked("ja").says(said)).isEqualTo("ja=" + answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ich heiße Jana Schröder               | kundenname=Jana Schröder
        Jana                                  | kundenname=Jana
        jana schroeder bitte                  | kundenname=Jana Schroeder
        auf den Namen Özdemir                 | kundenname=Özdemir
        mein Name ist Weiß                    | kundenname=Weiß
        das geht auf Müller                   | kundenname=Müller
        Katharina von der Heide               | kundenname=Katharina von der Heide
        Karl zu Eltz                          | kundenname=Karl zu Eltz
        schreiben Sie einfach Tobi drauf      | kundenname=Tobi
        ich bin die Sabine                    | kundenname=Sabine
        für Herrn Krause                      | kundenname=Krause
        Lena, und meine Nummer ist 030 5550147 | kundenname=Lena; telefon=+49305550147
        Emil, null drei null fünf fünf fünf null eins vier sieben | kundenname=Emil; telefon=+49305550147
        das sage ich lieber nicht             | ``
        Moment mal bitte                      | ``
        zum Mitnehmen                         | uebergabe=abholung
        """)
    void givenTheNameIsAsked_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(asked("kundenname,telefon").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ich hätte gern zwei große Cappuccino mit Hafermilch | getraenk=cappuccino; groesse=gross; menge=2; milch=hafer
        einen kleinen Latte Macchiato bitte                 | getraenk=latte; groesse=klein; menge=1
        einen Capuccinno                                    | getraenk=cappuccino; menge=1
        eine heisse Schokolade mit Sahne                    | getraenk=heisse_schokolade; menge=1; zusaetze=sahne
        drei Flat White zum Mitnehmen                       | getraenk=flat_white; menge=3; uebergabe=abholung
        nicht den Americano, sondern den Espresso           | getraenk=espresso
        Mokka oder doch Chai, ich weiß auch nicht | !getraenk=ambiguous
        Mokka oder doch Chai | getraenk=chai_latte
        """)
    void givenTheDrinkIsAsked_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(asked("getraenk").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        Vanille und Zimt                 | zusaetze=vanille,zimt
        nur Zimt, keine Vanille          | zusaetze=zimt
        So, da bin ich wieder. Ohne alles | zusaetze=none
        nein danke                       | zusaetze=none
        nichts weiter                    | zusaetze=none
        passt so                         | zusaetze=none
        """)
    void givenExtrasAreAsked_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(asked("zusaetze").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        doch lieber drei                                 | menge=3
        doch nur einen                                   | menge=1
        äh, das Croissant docch nicht                    | croissant=no
        doch lieber einen Espresso                       | getraenk=espresso
        nein, ich meinte Sojamilch                       | milch=soja
        ändern Sie den Namen auf Jana Schröder           | kundenname=Jana Schröder
        noch Zimt dazu                                   | zusaetze=vanille,sahne,zimt
        ohne die Sahne                                   | zusaetze=vanille
        die Vanille bitte weglassen                      | zusaetze=sahne
        das Croissant doch nicht                         | croissant=no
        kein Croissant                                   | croissant=no
        äh, das Croissant doch nicth                     | croissant=no
        das Croissant doch ncht                          | croissant=no
        das Croissant kaann weg                          | croissant=no
        machen Sie aus dem Cappuccino einen Flat White   | getraenk=flat_white
        statt Cappuccino lieber Mokka                    | getraenk=mokka
        Cappuccino ändern in Mokka                       | getraenk=mokka
        doch lieber abholen                              | uebergabe=abholung
        nein, 15:45                                      | abholzeit=15:45
        Abholung klappt nicht, bitte bringen             | uebergabe=lieferung
        den Zimt möchte niemand                          | zusaetze=vanille,sahne
        die Sahne möchte niemand                         | zusaetze=vanille
        """)
    void givenAnOrder_whenCorrected_thenUnderstood(String said, String understood) {
        Customer customer = asked("")
                .known("getraenk=cappuccino;groesse=gross;milch=hafer;zusaetze=vanille,sahne;menge=2;croissant=yes;"
                        + "uebergabe=lieferung;kundenname=Jonas;abholzeit=16:00")
                .correcting();

        assertThat(customer.says(said)).isEqualTo(understood);
    }

    @Test
    void givenASlipInAWordThatTurnsTheRest_whenHeard_thenItIsMended() {
        Words words = Words.of(Locale.GERMANY);

        assertThat(words.hear("den Cappuccino änderrn").word(2)).isEqualTo(words.fold("ändern"));
    }

    @Test
    void givenTheNameIsAsked_whenSomethingOnOfferIsMistyped_thenItIsNoName() {
        Customer customer = asked("kundenname").known("groesse=gross");

        assertThat(customer.hears("schrumpfen wir ihn auf klen").values()).doesNotContainKey("kundenname");
        assertThat(customer.hears("schreiben Sie auf klaus").values().get("kundenname"))
                .containsExactly("Klaus");
    }

    @Test
    void givenAName_whenAStreetIsSaidInACorrection_thenItIsNoName() {
        Customer customer =
                asked("").known("kundenname=Jonas;uebergabe=lieferung").correcting();

        assertThat(customer.hears("nein, Bahnhofstrasse 44").values()).doesNotContainKey("kundenname");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        nein, Lindenstrasse 12           | adresse=Lindenstrasse 12
        doch lieber in die Gartenstraße 5 | adresse=Gartenstraße 5
        nein, zwölf                      | menge=12
        nein, 12 Stück                   | menge=12
        """)
    void givenAnAddress_whenAnotherIsSaidInACorrection_thenItsNumberCountsNothing(String said, String understood) {
        assertThat(asked("")
                        .known("adresse=Hauptstraße 3;menge=4;kundenname=Jonas;uebergabe=lieferung")
                        .correcting()
                        .says(said))
                .isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ich heise Jule                                      | Jule
        Schreiben Sie Onkel Toni drauf                      | Onkel Toni
        für Oma Gerda bitte                                 | Oma Gerda
        Auf den Namen Petersen, erreichbar unter 030 555016 | Petersen
        """)
    void givenTheNameIsAsked_whenLedInOrTitled_thenItIsTaken(String said, String name) {
        assertThat(asked("kundenname").hears(said).values().get("kundenname")).containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        das Croissant schenke ich mir, nien | croissant=no
        das Croissant schenke ich mir       | croissant=no
        für mich nicht                      | croissant=no
        klingt gut, aber heute nicht        | croissant=no
        klingt gut, aber nicht zu warm      | croissant=yes
        eigentlich will ich ja abnehmen      | ``
        jap, bestell das                    | croissant=yes
        """)
    void givenTheCroissantIsOffered_whenItIsDoneWithout_thenItIsANo(String said, String understood) {
        assertThat(asked("croissant").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        in die Lindenstraße 12, bitte           | Lindenstraße 12
        Meine Adresse ist Am Markt 7            | Am Markt 7
        aslo mein Schreibtisch steht in der Bergstraße 63 | Bergstraße 63
        Hauptstr. 3a                            | Hauptstr. 3a
        liefern Sie bitte in die Gartenstrasse 5 | Gartenstrasse 5
        """)
    void givenTheAddressIsAsked_whenSaid_thenItIsTakenWithoutWhatLeadsIn(String said, String address) {
        assertThat(asked("adresse").hears(said).values().get("adresse")).containsExactly(address);
    }

    private static Customer asked(String slots) {
        return Customer.of("kaffee-bestellung").asked(slots);
    }
}
