package io.parley.qa.memory;

/**
 * The sizes of a network. Letters as they stand in the Javadoc of the modules.
 *
 * @param encoding D, the length of a sentence encoding
 * @param similarities S, how many similarities of question and fact are given beside the encodings
 * @param width d, the length of an encoded fact, an encoded question and the memory
 * @param gateUnits H, the hidden units of the attention gate
 * @param hops T, how often the memory looks at the facts
 */
public record NetworkShape(int encoding, int similarities, int width, int gateUnits, int hops) {

    public NetworkShape {
        require("encoding", encoding, 1);
        require("similarities", similarities, 0);
        require("width", width, 1);
        require("gateUnits", gateUnits, 1);
        require("hops", hops, 2);
    }

    /** The length of a fact's input: the mean encoding of its askings, then its answer's. */
    public int factInputs() {
        return 2 * encoding;
    }

    private static void require(String what, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(what + " must be at least " + least + ", is " + value);
        }
    }
}
