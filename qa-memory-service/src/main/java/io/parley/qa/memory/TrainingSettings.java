package io.parley.qa.memory;

/**
 * How a network is built and trained.
 *
 * @param width d, the length of an encoded fact, an encoded question and the memory
 * @param gateUnits H, the hidden units of the attention gate
 * @param hops T, how often the memory looks at the facts
 * @param epochs how often every question is seen
 * @param batch questions between two updates
 * @param learningRate of Adam at the start; it falls linearly to a tenth
 * @param anchor how strongly parameters are drawn back to where they started, per update and learning rate: what little
 *     data teaches must not unlearn that alike wordings mean the same
 * @param headPace by how much faster the heads for doubt and kind learn, which know nothing beforehand
 * @param candidates facts a question is compared with in training: its own, the most similar, and some at random
 */
public record TrainingSettings(
        int width,
        int gateUnits,
        int hops,
        int epochs,
        int batch,
        double learningRate,
        double anchor,
        double headPace,
        int candidates) {

    public static final TrainingSettings DEFAULT = new TrainingSettings(64, 16, 3, 8, 32, 0.0003, 0.1, 10, 16);

    /** The shape of a network built like this. */
    public NetworkShape shape(int encoding, int similarities) {
        return new NetworkShape(encoding, similarities, width, gateUnits, hops);
    }
}
