package io.parley.campaign;

import static io.parley.campaign.SmallFlow.COLOUR;
import static io.parley.campaign.SmallFlow.SURE;
import static io.parley.campaign.SmallFlow.assertRefuted;
import static io.parley.campaign.SmallFlow.proof;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Proof.Verdict;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flows in which some customers cannot go on, or cannot reach a sale any more. The shortest conversation shows it. */
class DeadEndsTest {

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
    void givenANumberThatMayBeDeclined_whenAConditionComparesIt_thenNoneIsNoNumber() {
        Reading reading =
                SmallFlow.of("  many: { type: integer, optional: true }\n", """
                        hello: { say: "Hi.", next: { ask: go, lost: no } }
                        ask: { collects: [many], say: "How many?", next: { lots: { when: { many: { at-least: 9 } } }, few: { when: { many: { at-most: 8 } } }, lost: no } }
                        lots: { say: "Lots.", next: { sold: go, lost: no } }
                        few: { say: "Few.", next: { sold: go, lost: no } }
                        """).read(temporary);

        assertThat(proof(reading, "leads-on").verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(new Condition.Test.AtLeast(BigDecimal.ONE).passes(List.of("none")))
                .isFalse();
    }
}
