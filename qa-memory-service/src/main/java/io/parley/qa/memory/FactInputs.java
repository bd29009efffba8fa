package io.parley.qa.memory;

/** The facts as the input module reads them: for each the mean encoding of its askings, then its answer's. */
public interface FactInputs {

    /** n, how many facts there are. */
    int count();

    /** Writes one fact's {@code 2D} numbers from {@code at} on. */
    void copy(int fact, double[] to, int at);

    /** These, {@code [count × 2D]}. */
    static FactInputs of(double[] inputs, int count) {
        return new FactInputs() {
            @Override
            public int count() {
                return count;
            }

            @Override
            public void copy(int fact, double[] to, int at) {
                int width = inputs.length / count;
                System.arraycopy(inputs, fact * width, to, at, width);
            }
        };
    }
}
