package io.parley.orderflow.slot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How customers say yes and no. */
class AnswerReadingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        yes                  | wants_window=yes
        why not              | wants_window=yes
        please do            | wants_window=yes
        I don't think so     | wants_window=no
        skip it              | wants_window=no
        I'd rather not       | wants_window=no
        ok, no               | wants_window=no
        not really           | wants_window=no
        we are all healthy   | ``
        sure thing           | wants_window=yes
        no problem           | wants_window=yes
        yes but no window    | wants_window=no
        perhaps              | ``
        hmm                  | ``
        skip the window      | wants_window=no
        with a window please | wants_window=yes
        oh, please           | wants_window=yes
        who could say no to that, put it on | wants_window=yes
        who colud say no to that, put it on | wants_window=yes
        once more, please    | ``
        go wthout the winddow | wants_window=no
        would I miss something without a window | ``
        What goes into an americano, exactly | ``
        sounds great, but not today | wants_window=no
        sounds great, but not every day has a window | wants_window=yes
        naah                 | wants_window=no
        yesss                | wants_window=yes
        not for us thanks    | wants_window=no
        I shan't need that   | wants_window=no
        uh, wuold I miss something without a windwo | ``
        yes, would that be possible | wants_window=yes
        no objections, put it in    | wants_window=yes
        """)
    void givenSpaceTripAskingWantsWindow_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("space-trip").asked("wants_window").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        No trouble at all, we are healthy | fit_to_fly=yes
        No, my father has a weak heart    | fit_to_fly=no
        Great, sure, no problems.         | fit_to_fly=yes
        unfortunately not                 | fit_to_fly=no
        never felt better, cheers         | fit_to_fly=yes
        i have no time for this at the moment | ``
        i have no timme for this              | ``
        no idea, to be honest             | ``
        never felt betteer                | fit_to_fly=yes
        my head says no, my heart says yes | fit_to_fly=yes
        my doctor says no                 | fit_to_fly=no
        all healthy                       | fit_to_fly=yes
        can soembody with no background at all do this | ``
        my belt says no, my heart says go | ``
        my belt says no, my heart sasy go | ``
        my belt sayss no, my heart says go | ``
        my bet sas no, my heart says go | ``
        we have no medical problms       | fit_to_fly=yes
        no health problems at all, thanks | fit_to_fly=yes
        Couldn't be bteter                | fit_to_fly=yes
        never mind beter days             | fit_to_fly=no
        a slipped disc, if you please     | ``
        Yes, all fit, apart from my wife  | ``
        yes, we're all fit except my wife | ``
        yes, other than that we are fine  | fit_to_fly=yes
        please, I take pills for it       | ``
        """)
    void givenSpaceTripAskingFitToFly_whenSaid_thenUnderstood(String said, String understood) {
        assertThat(Customer.of("space-trip").asked("fit_to_fly").says(said)).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        no extras, thanks               | extras=none
        without any extras              | extras=none
        no phone                        | phone=none
        no jacket please                | ``
        no window                       | wants_window=no
        no, no window                   | fit_to_fly=no; wants_window=no
        yes, and no extras              | extras=none; fit_to_fly=yes
        no, the extras worry me         | fit_to_fly=no
        my phone has no charge left     | fit_to_fly=no
        don't want any extras           | extras=none
        """)
    void givenSpaceTripAskingFitToFly_whenSomethingElseIsDoneWithout_thenThatIsDeclined(
            String said, String understood) {
        assertThat(Customer.of("space-trip").asked("fit_to_fly").says(said)).isEqualTo(understood);
    }
}
