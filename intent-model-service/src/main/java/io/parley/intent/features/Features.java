package io.parley.intent.features;

/**
 * A situation as numbers.
 *
 * <p>Arrays are shared for speed; nobody writes into them.
 */
public final class Features {

    private final int[] active;
    private final float[] values;
    private final TextVectors text;
    private final int[] allowed;
    private final float[] turns;

    Features(int[] active, float[] values, TextVectors text, int[] allowed, float[] turns) {
        this.active = active;
        this.values = values;
        this.text = text;
        this.allowed = allowed;
        this.turns = turns;
    }

    /** The wide features that are there, as numbers of {@link FeatureSpace}; those of the situation first. */
    public int[] active() {
        return active;
    }

    /** The value of each of {@link #active()}. */
    public float[] values() {
        return values;
    }

    /** {@code [encoders × dim]}; the frozen encodings of the whole text side by side, the first of length 1. */
    public float[] sentence() {
        return text.sentence();
    }

    /** {@code [pieces × width]}; the projected frozen encodings of the pieces, at least one. */
    public float[] tokens() {
        return text.tokens();
    }

    /** The numbers of the allowed labels, in order; empty means all. */
    public int[] allowed() {
        return allowed;
    }

    /** {@code [turns × turnSize]}; the turns that the network reads, this one last; empty if it does not look back. */
    public float[] turns() {
        return turns;
    }
}
