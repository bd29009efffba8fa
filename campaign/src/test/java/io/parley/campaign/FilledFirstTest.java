package io.parley.campaign;

import static io.parley.campaign.SmallFlow.COLOUR;
import static io.parley.campaign.SmallFlow.SURE;
import static io.parley.campaign.SmallFlow.assertRefuted;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flows that look at a value before it can be there. The shortest conversation shows it. */
class FilledFirstTest {

    @TempDir
    Path temporary;

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
}
