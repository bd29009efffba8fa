package io.parley.campaign;

import static io.parley.campaign.SmallFlow.COLOUR;
import static io.parley.campaign.SmallFlow.SURE;
import static io.parley.campaign.SmallFlow.assertRefuted;
import static io.parley.campaign.SmallFlow.problems;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** States that are never heard, heard by the wrong customers, or gone round in without a word. The shortest conversation shows it. */
class HeardStatesTest {

    @TempDir
    Path temporary;

    @Test
    void givenAWayBehindOneThatAlwaysHolds_whenProved_thenItsStateIsNeverReached() {
        Reading reading = SmallFlow.of(COLOUR, """
                        hello: { say: "Hi.", next: { ask: go, lost: no } }
                        ask: { collects: [colour], say: "Which?", next: { r: { when: { colour: known } }, b: { when: { colour: blue } }, lost: no } }
                        r: { say: "Red.", next: { sold: go, lost: no } }
                        b: { say: "Blue.", next: { sold: go, lost: no } }
                        """).read(temporary);

        assertRefuted(
                reading,
                "reached",
                "no words lead to state 'b', since conditions exclude it. Change the conditions on the ways there, their"
                        + " order or its own 'when'");
    }

    @Test
    void givenAStateThatExcludesAllWhoComeThere_whenProved_thenItIsNeverHeard() {
        Reading reading = SmallFlow.of(COLOUR, """
                        hello: { say: "Hi.", next: { ask: go, lost: no } }
                        ask: { collects: [colour], say: "Which?", next: { b: { when: { colour: blue } }, r: go, lost: no } }
                        r: { say: "Red.", next: { sold: go, lost: no } }
                        b: { when: { colour: red }, say: "Blue.", next: { sold: go, lost: no } }
                        """).read(temporary);

        assertRefuted(
                reading,
                "reached",
                "no words lead to state 'b', since conditions exclude it. Change the conditions on the ways there, their"
                        + " order or its own 'when'");
    }

    @Test
    void givenAWayBackToWhatIsAnswered_whenProved_thenTheFlowRunsInCircles() {
        Reading reading =
                SmallFlow.of(SURE + "  address: { type: text }\n", """
                        hello: { say: "Hi.", next: { ask: go, lost: no } }
                        ask: { collects: [address], say: "Where?", next: { check: go, lost: no } }
                        check: { collects: [sure], say: "Sure?", next: { ask: { when: { sure: no } }, sold: { when: { sure: yes } }, lost: no } }
                        """).read(temporary);

        assertRefuted(
                reading,
                "no-silent-cycle",
                "the flow runs in circles through state 'ask' without a word. Take the way back out, since customers may"
                        + " correct what they said anywhere, or ask again with always-ask: true",
                "hello: the customer goes on -> ask",
                "ask: the customer gives address -> check",
                "check: the customer gives sure = no -> ask -> check -> ask and so on");
    }

    @Test
    void givenTheSameWayBackToStatesThatAlwaysAsk_whenProved_thenEveryRoundHasAWord() {
        Reading reading =
                SmallFlow.of(SURE + "  address: { type: text }\n", """
                        hello: { say: "Hi.", next: { ask: go, lost: no } }
                        ask: { collects: [address], always-ask: true, say: "Where?", next: { check: go, lost: no } }
                        check: { collects: [sure], always-ask: true, say: "Sure?", next: { ask: { when: { sure: no } }, sold: { when: { sure: yes } }, lost: no } }
                        """).read(temporary);

        assertThat(reading.proofs()).hasSize(11).allMatch(Proof::holds);
    }

    @Test
    void givenSeveralWaysFromAStateThatIsPassedOver_whenProved_thenItIsHeardByTheWrongCustomers() {
        Reading reading = SmallFlow.of(COLOUR, """
                        hello: { say: "Hi.", next: { ask: go, lost: no } }
                        ask: { collects: [colour], say: "Which?", next: { extra: go, lost: no } }
                        extra: { when: { colour: red }, say: "Red is special.", next: { a: one, b: two, lost: no } }
                        a: { say: "A.", next: { sold: go, lost: no } }
                        b: { say: "B.", next: { sold: go, lost: no } }
                        """).read(temporary);

        assertRefuted(
                reading,
                "passes",
                "state 'extra' is heard although its 'when' does not hold, since several ways lead on from it. Leave one"
                        + " way without 'when', or put the 'when' on the ways that lead there",
                "hello: the customer goes on -> ask",
                "ask: the customer gives colour = blue -> extra");
    }

    @Test
    void givenAGoodbyeThatNeedsWhatMayBeUnknown_whenAStateHasNoWrittenWayThere_thenItIsAnError() {
        Reading reading = SmallFlow.read(temporary, """
                flow: small
                title: Small
                locale: en-US
                timezone: UTC
                currency: USD
                start: hello
                slots:
                  name: { type: person-name }
                states:
                  hello: { say: "Hi.", next: { ask: go } }
                  ask: { collects: [name], say: "Name?", next: { last: go } }
                  last: { say: "Sure?", next: { sold: go, lost: no } }
                  sold: { final: true, outcome: sale, say: "Sold." }
                  lost: { final: true, outcome: lost, say: "Bye {{name}}." }
                """);

        assertThat(problems(reading))
                .containsExactly(
                        "no text of 'say' in state 'lost' can be said on every way there: {{name}} may be unknown. Add a"
                                + " text without variables");
        assertThat(reading.proofs()).isEmpty();
    }
}
