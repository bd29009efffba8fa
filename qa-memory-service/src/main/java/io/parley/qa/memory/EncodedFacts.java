package io.parley.qa.memory;

/** The facts as the input module of one model encoded them; made once, then shared by every question. Immutable. */
public final class EncodedFacts {

    private final double[] encoded;
    private final int count;

    /** @param encoded F, {@code [n × d]} */
    EncodedFacts(double[] encoded, int count) {
        this.encoded = encoded;
        this.count = count;
    }

    /** n, how many facts there are. */
    public int count() {
        return count;
    }

    /** Some of the facts, in the order of the rows. */
    public EncodedFacts only(int[] rows) {
        int width = encoded.length / count;
        double[] some = new double[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(encoded, rows[i] * width, some, i * width, width);
        }
        return new EncodedFacts(some, rows.length);
    }

    Situation with(double[] question, double[] similarities) {
        return Situation.of(encoded, question, similarities);
    }
}
