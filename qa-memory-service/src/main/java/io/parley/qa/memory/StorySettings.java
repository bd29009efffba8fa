package io.parley.qa.memory;

/**
 * How a network over stories is built and trained.
 *
 * @param width d, the length of a word, an encoded fact, an encoded question and the memory
 * @param gateUnits H, the hidden units of the attention gate
 * @param hops T, how often the memory looks at the facts
 * @param updates how often the parameters change at most: few questions are seen more often than many
 * @param patience after so many updates without a better epoch on the questions kept apart, training ends
 * @param batch questions between two updates
 * @param learningRate of Adam at the start; it falls linearly to a tenth
 * @param largest the gradient's length is cut to it
 * @param decay how strongly parameters are drawn to zero, per update and learning rate
 * @param dropout share of the sentences' numbers that training leaves out
 * @param gates how much the gates' cross-entropy with the supporting facts counts; 0 to learn from answers alone
 */
public record StorySettings(
        int width,
        int gateUnits,
        int hops,
        int updates,
        int patience,
        int batch,
        double learningRate,
        double largest,
        double decay,
        double dropout,
        double gates) {

    public static final StorySettings DEFAULT =
            new StorySettings(48, 32, 3, 16_000, 4_000, 32, 0.002, 10, 0.0001, 0.1, 0);

    /** The same, learning from the supporting facts as well. */
    public StorySettings supervised() {
        return new StorySettings(
                width, gateUnits, hops, updates, patience, batch, learningRate, largest, decay, dropout, 1);
    }

    NetworkShape shape() {
        return new NetworkShape(width, 0, width, gateUnits, hops);
    }
}
