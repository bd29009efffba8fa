package io.parley.orderflow.slot;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Campaign;
import io.parley.campaign.SlotType;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How customers say how long something is to last. */
class PeriodsTest {

    private static final Campaign MEMBERSHIP = Campaigns.of(
            Locale.US,
            Campaigns.slot("term_months", SlotType.INTEGER, Campaigns.between("1", "36")),
            Campaigns.slot("guests", SlotType.INTEGER),
            Campaigns.slot("start_date", SlotType.DATE));

    private static final Campaign CABIN =
            Campaigns.of(Locale.US, Campaigns.slot("nights", SlotType.INTEGER, Campaigns.between("2", "21")));

    private static final Campaign STAY = Campaigns.of(
            Locale.US,
            Campaigns.slot("check_in", SlotType.DATE),
            Campaigns.optional(Campaigns.slot("check_out", SlotType.DATE, Campaigns.after("check_in"))),
            Campaigns.slot("nights", SlotType.INTEGER, Campaigns.between("1", "21")));

    private static final Campaign GERMAN = Campaigns.of(
            Locale.GERMANY, Campaigns.slot("laufzeit_monate", SlotType.INTEGER, Campaigns.between("1", "36")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        a year                                | term_months=12
        one year please                       | term_months=12
        two years                             | term_months=24
        half a year                           | term_months=6
        a year and a half                     | term_months=18
        one and a half years                  | term_months=18
        a year and six months                 | term_months=18
        a month                               | term_months=1
        10 years                              | !term_months=too-high
        6 months                              | term_months=6
        not a year but six months             | term_months=6
        is it 45 dollars a month              | ``
        I did it a year ago                   | ``
        I'd rather pay by the month           | ``
        forty nine a month                    | ``
        6 months and 12 months                | !term_months=ambiguous
        not six months but twelve months      | term_months=12
        two weeks                             | ``
        """)
    void givenMonthsAskedFor_whenSaidInYears_thenReckoned(String said, String understood) {
        assertThat(Customer.of(MEMBERSHIP).asked("term_months").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        8 nights        | nights=8
        eight           | nights=8
        8               | nights=8
        a week          | nights=7
        until the 12th  | check_out=2026-03-12
        """)
    void givenNightsAndTheDayOfLeavingAskedFor_whenSaid_thenEachIsKnownByItsForm(String said, String understood) {
        assertThat(Customer.of(STAY)
                        .asked("nights,check_out")
                        .known("check_in=2026-03-05")
                        .says(said))
                .isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        tomorrow                        | check_in=2026-03-03
        from tomorrow                   | check_in=2026-03-03
        starting tomorrow               | check_in=2026-03-03
        check-in on Friday              | check_in=2026-03-06
        from the 5th to the 9th of July | check_in=2026-07-05; check_out=2026-07-09
        check out on the 9th of July    | check_out=2026-07-09
        from June 5th for three nights  | check_in=2026-06-05; nights=3
        """)
    void givenTheDayOfArrivalAskedFor_whenSaid_thenTheOrderOfTheDaysTellsWhichIsWhich(String said, String understood) {
        assertThat(Customer.of(STAY).asked("check_in").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        for a year, starting on June 5th | start_date=2026-06-05; term_months=12
        for two years please             | term_months=24
        I trained two years before that  | ``
        how much is it a year            | ``
        """)
    void givenNothingAskedFor_whenSaidOnTheWay_thenKeptWhereItIsClear(String said, String understood) {
        assertThat(Customer.of(MEMBERSHIP).says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        a week       | nights=7
        a fortnight  | nights=14
        three nights | nights=3
        one night    | !nights=too-low
        """)
    void givenNightsAskedFor_whenSaidInWeeks_thenReckoned(String said, String understood) {
        assertThat(Customer.of(CABIN).asked("nights").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ein Jahr              | laufzeit_monate=12
        ein halbes Jahr       | laufzeit_monate=6
        zwei Jahre            | laufzeit_monate=24
        anderthalb Jahre      | laufzeit_monate=18
        ein Jahr und drei Monate | laufzeit_monate=15
        """)
    void givenGerman_whenSaidInYears_thenReckoned(String said, String understood) {
        assertThat(Customer.of(GERMAN).asked("laufzeit_monate").says(said)).isEqualTo(understood);
    }
}
