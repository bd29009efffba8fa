package io.parley.campaign;

import static io.parley.campaign.SmallFlow.COLOUR;
import static io.parley.campaign.SmallFlow.SURE;
import static io.parley.campaign.SmallFlow.problems;
import static io.parley.campaign.SmallFlow.proof;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Proof.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flows that trap somebody, and the shortest conversation that shows it. */
class FlowProofsTest {

    private static final String DEAD_END =
            "no way leads on from state '%s' for some who have answered it. Add a way without 'when', or one for what the"
                    + " others leave out";

    @TempDir
    Path temporary;

    @Test
    void givenAnOptionThatNoWayTakes_whenProved_thenItIsADeadEnd() {
        Reading reading = SmallFlow.of(COLOUR, """
                        hello: { say: "Hi.", next: { ask: go, lost: no } }
                        ask: { collects: [colour], say: "Which?", next: { r: { when: { colour: red } }, b: { when: { colour: blue } }, lost: no } }
                        r: { say: "Red.", next: { sold: go, lost: no } }
                        b: { say: "Blue.", next: { sold: go, lost: no } }
                        """).read(temporary);

        assertRefuted(
                reading,
                "leads-on",
                DEAD_END.formatted("ask"),
                "hello: the customer goes on -> ask",
                "ask: the customer gives colour = green -> ask");
        assertThat(proof(reading, "leads-on").counterexamples())
                .singleElement()
                .satisfies(example -> assertThat(example.problem().line()).isEqualTo(11));
        assertThat(reading.campaign()).isEmpty();
    }

    @Test
    void givenANumberBetweenTwoConditions_whenProved_thenTheConversationSaysThatNumber() {
        Reading reading = SmallFlow.of("  age: { type: integer, min: 1, max: 120 }\n", """
                        hello: { say: "Hi.", next: { ask: go, lost: no } }
                        ask: { collects: [age], say: "How old?", next: { r: { when: { age: { at-least: 18 } } }, b: { when: { age: { at-most: 16 } } }, lost: no } }
                        r: { say: "Red.", next: { sold: go, lost: no } }
                        b: { say: "Blue.", next: { sold: go, lost: no } }
                        """)
                .read(temporary);

        assertRefuted(
                reading,
                "leads-on",
                DEAD_END.formatted("ask"),
                "hello: the customer goes on -> ask",
                "ask: the customer gives age = 17 -> ask");
    }

    @Test
    void givenOptionalSlotsThatNobodyNeedGive_whenEveryWayNeedsOne_thenItIsADeadEnd() {
        Reading reading = SmallFlow.of(
                        "  phone: { type: phone, optional: true }\n  email: { type: email, optional: true }\n", """
                        hello: { say: "Hi.", next: { ask: go, lost: no } }
                        ask: { collects: [phone, email], say: "Contact?", next: { a: { when: { phone: known } }, b: { when: { email: known } }, lost: no } }
                        a: { say: "A.", next: { sold: go, lost: no } }
                        b: { say: "B.", next: { sold: go, lost: no } }
                        """)
                .read(temporary);

        assertRefuted(
                reading,
                "leads-on",
                DEAD_END.formatted("ask"),
                "hello: the customer goes on -> ask",
                "ask: the customer leaves it at that -> ask");
    }

    @Test
    void givenAnAnswerThatCountsTwoStatesLater_whenNoWayTakesIt_thenTheCustomerIsTrappedThere() {
        Reading reading = SmallFlow.of(COLOUR + SURE, """
                        hello: { say: "Hi.", next: { ask: go, lost: no } }
                        ask: { collects: [colour], say: "Which?", next: { mid: go, lost: no } }
                        mid: { collects: [sure], say: "Sure?", next: { r: { when: { colour: [red, blue] } }, lost: no } }
                        r: { say: "Red.", next: { sold: go, lost: no } }
                        """).read(temporary);

        assertRefuted(
                reading,
                "leads-on",
                DEAD_END.formatted("mid"),
                "hello: the customer goes on -> ask",
                "ask: the customer gives colour = green -> mid",
                "mid: the customer gives sure -> mid");
        assertRefuted(
                reading,
                "finishes",
                "from state 'mid' some customers cannot reach a sale any more. Let a way lead on to a sale, or make the"
                        + " state final with outcome: lost",
                "hello: the customer goes on -> ask",
                "ask: the customer gives colour = green -> mid");
    }

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
    void givenTwoStatesThatLeadOnlyToEachOther_whenProved_thenTheSaleIsOutOfReach() {
        Reading reading = SmallFlow.of(COLOUR, """
                        hello: { say: "Hi.", next: { ask: go, lost: no } }
                        ask: { collects: [colour], say: "Which?", next: { a: { when: { colour: green } }, ok: go, lost: no } }
                        ok: { say: "Fine.", next: { sold: go, lost: no } }
                        a: { say: "A.", next: { b: go, lost: no } }
                        b: { say: "B.", next: { a: { when: { colour: green } }, ok: go, lost: no } }
                        """).read(temporary);

        assertRefuted(
                reading,
                "finishes",
                "from state 'a' some customers cannot reach a sale any more. Let a way lead on to a sale, or make the"
                        + " state final with outcome: lost",
                "hello: the customer goes on -> ask",
                "ask: the customer gives colour = green -> a");
    }

    @Test
    void givenAWayToTheStateItself_whenItsConditionHolds_thenItIsADeadEnd() {
        Reading reading = SmallFlow.of(COLOUR, """
                        hello: { say: "Hi.", next: { ask: go, lost: no } }
                        ask: { collects: [colour], say: "Which?", next: { ask: { when: { colour: green } }, ok: go, lost: no } }
                        ok: { say: "Fine.", next: { sold: go, lost: no } }
                        """).read(temporary);

        assertRefuted(
                reading,
                "leads-on",
                DEAD_END.formatted("ask"),
                "hello: the customer goes on -> ask",
                "ask: the customer gives colour = green -> ask");
    }

    @Test
    void givenACorrectionThatLeavesACustomerWhereNoWayFits_whenProved_thenTheConversationCorrectsIt() {
        Reading reading = SmallFlow.of(COLOUR, """
                        hello: { say: "Hi.", next: { ask: go, lost: no } }
                        ask: { collects: [colour], say: "Which?", next: { a: { when: { colour: red } }, b: one, c: two, lost: no } }
                        a: { say: "A.", next: { sold: { when: { colour: red } }, b: { when: { colour: blue } }, lost: no } }
                        b: { say: "B.", next: { sold: go, lost: no } }
                        c: { say: "C.", next: { sold: go, lost: no } }
                        """).read(temporary);

        assertRefuted(
                reading,
                "corrects",
                "after a correction in state 'a' some customers cannot reach a sale any more. Let a way lead on for what it"
                        + " may be corrected to",
                "hello: the customer goes on -> ask",
                "ask: the customer gives colour = red -> a",
                "a: the customer corrects colour = green -> a");
        assertThat(proof(reading, "finishes").verdict()).isEqualTo(Verdict.PROVED);
    }

    @Test
    void givenAConditionOnWhatIsAskedForLater_whenProved_thenItComesTooEarly() {
        Reading reading = SmallFlow.of(COLOUR + SURE, """
                        hello: { say: "Hi.", next: { first: go, lost: no } }
                        first: { say: "First.", next: { ask: { when: { colour: red } }, ask-sure: go, lost: no } }
                        ask-sure: { collects: [sure], say: "Sure?", next: { ask: go, lost: no } }
                        ask: { collects: [colour], say: "Which?", next: { sold: go, lost: no } }
                        """).read(temporary);

        assertRefuted(
                reading,
                "filled-first",
                "the way from 'first' to 'ask' looks at a value, but slot 'colour' is asked for only later. Ask for it in"
                        + " this state or before",
                "hello: the customer goes on -> first");
    }

    @Test
    void givenALimitThatIsAskedForLater_whenProved_thenItComesTooEarly() {
        Reading reading = SmallFlow.of("  home: { type: date, after: out }\n  out: { type: date, after: today }\n", """
                        hello: { say: "Hi.", next: { ask: go, lost: no } }
                        ask: { collects: [home], say: "When home?", next: { ask-out: go, lost: no } }
                        ask-out: { collects: [out], say: "When out?", next: { sold: go, lost: no } }
                        """)
                .read(temporary);

        assertRefuted(
                reading,
                "filled-first",
                "slot 'home' is limited by another, but slot 'out' is asked for only later. Ask for 'out' first, or put"
                        + " the limit there",
                "hello: the customer goes on -> ask");
    }

    @Test
    void givenAPriceThatDependsOnWhatIsAskedAfterTheReadBack_whenProved_thenItComesTooEarly() {
        Reading reading = SmallFlow.of("""
                          cake: { type: choice, options: { small: { say: small, price: 1 }, big: { say: big, price: 2 } } }
                          many: { type: integer, min: 1 }
                        """, """
                        hello: { say: "Hi.", next: { ask: go, lost: no } }
                        ask: { collects: [cake], say: "Which?", next: { read: go, lost: no } }
                        read: { confirms: true, say: "OK?", next: { ask-many: go, lost: no } }
                        ask-many: { collects: [many], say: "How many?", next: { sold: go, lost: no } }
                        """)
                .and("order:\n  lines:\n    - { item: cake, per: many }\n")
                .read(temporary);

        assertRefuted(
                reading,
                "filled-first",
                "'read' reads back a price that depends on it, but slot 'many' is asked for only later. Ask for it before"
                        + " the order is read back",
                "hello: the customer goes on -> ask",
                "ask: the customer gives cake -> read");
    }

    @Test
    void givenANoThatGivesUp_whenTheFlowHasThatWay_thenItIsNoDeadEnd() {
        String states = """
                hello: { say: "Hi.", next: { ask: go, lost: no } }
                ask: { collects: [sure], say: "Sure?", next: { sold: { when: { sure: yes } }%s } }
                """;

        assertThat(SmallFlow.of(SURE, states.formatted(", lost: no"))
                        .read(temporary)
                        .proofs())
                .hasSize(11)
                .allMatch(Proof::holds);
        assertRefuted(
                SmallFlow.of(SURE, states.formatted("")).read(temporary),
                "leads-on",
                DEAD_END.formatted("ask"),
                "hello: the customer goes on -> ask",
                "ask: the customer gives sure = no -> ask");
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

    @Test
    void givenANumberThatMayBeDeclined_whenAConditionComparesIt_thenNoneIsNoNumber() {
        Reading reading =
                SmallFlow.of("  many: { type: integer, optional: true }\n", """
                        hello: { say: "Hi.", next: { ask: go, lost: no } }
                        ask: { collects: [many], say: "How many?", next: { lots: { when: { many: { at-least: 9 } } }, few: { when: { many: { at-most: 8 } } }, lost: no } }
                        lots: { say: "Lots.", next: { sold: go, lost: no } }
                        few: { say: "Few.", next: { sold: go, lost: no } }
                        """).read(temporary);

        assertThat(proof(reading, "leads-on").verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(new Condition.Test.AtLeast(java.math.BigDecimal.ONE).passes(List.of("none")))
                .isFalse();
    }

    private static void assertRefuted(Reading reading, String name, String problem, String... conversation) {
        Proof proof = proof(reading, name);

        assertThat(proof.verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(proof.counterexamples().getFirst().problem().message()).isEqualTo(problem);
        assertThat(proof.counterexamples().getFirst().conversation())
                .extracting(ConversationStep::toString)
                .containsExactly(conversation);
        assertThat(problems(reading)).contains(problem);
        assertThat(reading.isValid()).isFalse();
    }
}
