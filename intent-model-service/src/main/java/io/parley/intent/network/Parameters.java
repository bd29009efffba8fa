package io.parley.intent.network;

import java.util.Map;
import java.util.TreeMap;

/**
 * The numbers of a network by name, every matrix row after row. Immutable by agreement: nobody writes into the arrays.
 *
 * <p>{@code S} situation features, {@code V} wide features in all, {@code P} projection, {@code H} recurrent units,
 * {@code N} hidden units, {@code L} labels, {@code D} length of an encoding, {@code T} length of a turn's vector.
 */
public final class Parameters {

    /** {@code [P × 4H]}: block input, forget, output and input gate. */
    public static final String WORDS_INPUT = "words.input";
    /** {@code [H × 4H]}. */
    public static final String WORDS_RECURRENT = "words.recurrent";
    /** {@code [4H]}. */
    public static final String WORDS_BIAS = "words.bias";
    /** {@code [T × 4H]}; only where the model looks at earlier turns. */
    public static final String TURNS_INPUT = "turns.input";
    /** {@code [H × 4H]}. */
    public static final String TURNS_RECURRENT = "turns.recurrent";
    /** {@code [4H]}. */
    public static final String TURNS_BIAS = "turns.bias";
    /** {@code [(D + S + H (+ H)) × N]}. */
    public static final String HIDDEN = "hidden.weights";
    /** {@code [N]}. */
    public static final String HIDDEN_BIAS = "hidden.bias";
    /** {@code [N × L]}. */
    public static final String DEEP = "deep.weights";
    /** {@code [D × L]}. */
    public static final String DIRECT = "direct.weights";
    /** {@code [L]}. */
    public static final String DEEP_BIAS = "deep.bias";
    /** {@code [V × L]}. */
    public static final String WIDE = "wide.weights";

    private final Map<String, float[]> blocks;

    public Parameters(Map<String, float[]> blocks) {
        this.blocks = new TreeMap<>(blocks);
    }

    /**
     * One block.
     *
     * @throws IllegalArgumentException if the network has none of that name
     */
    public float[] get(String name) {
        float[] block = blocks.get(name);
        if (block == null) {
            throw new IllegalArgumentException("the network has no block '" + name + "'; it has " + blocks.keySet());
        }
        return block;
    }

    public boolean has(String name) {
        return blocks.containsKey(name);
    }

    /** All blocks, by name in order. */
    public Map<String, float[]> blocks() {
        return Map.copyOf(blocks);
    }
}
