package io.parley.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A made-up flow of any size that traps nobody, for measurements: what is asked, and which way leads on, depends on what was
 * said long before.
 */
public final class GeneratedFlow {

    private static final int STATES_OF_A_BLOCK = 6;
    private static final int OTHER_STATES = 4;

    private final int blocks;
    private final SplittableRandom random;
    private final StringBuilder states = new StringBuilder();

    private GeneratedFlow(int blocks, long seed) {
        this.blocks = blocks;
        this.random = new SplittableRandom(seed);
    }

    /**
     * The text of its {@code flow.yaml}, without prices.
     *
     * @param states how many at least; there are two slots to every six of them
     * @throws IllegalArgumentException if there are fewer than ten
     */
    public static String yaml(String id, int states, long seed) {
        if (states < STATES_OF_A_BLOCK + OTHER_STATES) {
            throw new IllegalArgumentException(
                    states + " states are too few; a flow has at least " + (STATES_OF_A_BLOCK + OTHER_STATES));
        }
        return new GeneratedFlow(Math.ceilDiv(states - OTHER_STATES, STATES_OF_A_BLOCK), seed).yaml(id);
    }

    private String yaml(String id) {
        List<String> slots = new ArrayList<>();
        state("greeting", "", "{ choose-0: go }");
        for (int block = 0; block < blocks; block++) {
            slots.add(
                    "  kind_" + block + ": { type: choice, options: { a: { say: a }, b: { say: b }, c: { say: c } } }");
            slots.add("  count_" + block + ": { type: integer, min: 1, max: 90 }");
            block(block);
        }
        state("confirm", "confirms: true, ", "{ sold: agree, lost: no }");
        return """
                flow: %s
                title: Made up
                locale: en-US
                timezone: UTC
                currency: USD
                start: greeting
                slots:
                %s
                states:
                %s  sold: { final: true, outcome: sale, say: "Sold." }
                  lost: { final: true, outcome: lost, say: "Bye." }
                """.formatted(id, String.join("\n", slots), states);
    }

    /** A choice; a number that only some are asked for; what depends on earlier answers; and three ways on. */
    private void block(int block) {
        String next = block + 1 < blocks ? "choose-" + (block + 1) : "confirm";
        int earlier = random.nextInt(block + 1);
        state(
                "choose-" + block,
                "collects: [kind_" + block + "], ",
                "{ count-%1$d: { when: { kind_%1$d: a } }, tell-%1$d: { when: { kind_%1$d: b } }, gate-%1$d: go }"
                        .formatted(block));
        state("count-" + block, "collects: [count_" + block + "], ", "{ gate-" + block + ": go, lost: no }");
        state("tell-" + block, "when: { kind_" + earlier + ": [a, b] }, ", "{ gate-" + block + ": go, lost: no }");
        state(
                "gate-" + block,
                "",
                "{ many-%1$d: { when: { count_%2$d: { at-least: %3$d } } }, few-%1$d: { when: { kind_%2$d: [b, c] } }, %4$s: go }"
                        .formatted(block, random.nextInt(block + 1), 2 + random.nextInt(80), next));
        state("many-" + block, "", "{ " + next + ": go, lost: no }");
        state(
                "few-" + block,
                "collects: [count_" + block + "], ",
                "{ many-%1$d: { when: { count_%1$d: { at-least: 50 } } }, %2$s: go }".formatted(block, next));
    }

    private void state(String id, String keys, String next) {
        states.append("  ")
                .append(id)
                .append(": { ")
                .append(keys)
                .append("say: \"This is ")
                .append(id)
                .append(".\", next: ")
                .append(next)
                .append(" }\n");
    }
}
