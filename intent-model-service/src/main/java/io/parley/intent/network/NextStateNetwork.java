package io.parley.intent.network;

import io.parley.intent.features.FeatureSpace;
import io.parley.intent.features.Features;
import io.parley.neural.kernel.Rows;

/**
 * The wide and recurrent network, forward only: {@code logits = wide·A + s·E + relu([s, situation, words, turns]·B + b)·C + c}.
 *
 * <p>{@code s} is the frozen encoding of the text, {@code words} what the recurrent part made of its pieces,
 * {@code turns} what it made of the latest turns (where the model looks at them). Stateless and thread-safe; one
 * situation at a time, so a score never depends on what else is scored.
 */
public final class NextStateNetwork {

    private final FeatureSpace space;
    private final Parameters parameters;
    private final Lstm words;
    private final Lstm turns;
    private final boolean looksBack;

    /**
     * @throws IllegalArgumentException if a block of numbers is missing or its size does not fit
     */
    public NextStateNetwork(FeatureSpace space, Parameters parameters) {
        this.space = space;
        this.parameters = parameters;
        this.looksBack = parameters.has(Parameters.TURNS_INPUT);
        this.words = new Lstm(
                parameters.get(Parameters.WORDS_INPUT),
                parameters.get(Parameters.WORDS_RECURRENT),
                parameters.get(Parameters.WORDS_BIAS));
        this.turns = looksBack
                ? new Lstm(
                        parameters.get(Parameters.TURNS_INPUT),
                        parameters.get(Parameters.TURNS_RECURRENT),
                        parameters.get(Parameters.TURNS_BIAS))
                : words;
        int units = words.units();
        int hidden = parameters.get(Parameters.HIDDEN_BIAS).length;
        int labels = space.labels().size();
        int inputs = space.sentenceSize() + space.situationSize() + units + (looksBack ? turns.units() : 0);
        check(Parameters.WORDS_INPUT, space.settings().projection() * 4 * units);
        check(Parameters.WORDS_RECURRENT, units * 4 * units);
        check(Parameters.HIDDEN, inputs * hidden);
        check(Parameters.DEEP, hidden * labels);
        check(Parameters.DIRECT, space.sentenceSize() * labels);
        check(Parameters.DEEP_BIAS, labels);
        check(Parameters.WIDE, space.wideSize() * labels);
        if (looksBack) {
            check(Parameters.TURNS_INPUT, space.turnSize() * 4 * turns.units());
        }
    }

    public FeatureSpace space() {
        return space;
    }

    public Parameters parameters() {
        return parameters;
    }

    /** {@code [labels]}: how much speaks for each label, allowed or not. */
    public float[] logits(Features features) {
        float[] logits = wide(features);
        float[] deep = deep(features, Part.NONE);
        for (int label = 0; label < logits.length; label++) {
            logits[label] += deep[label];
        }
        return logits;
    }

    /**
     * {@code [labels]}: the probability of each label, 0 where it is not allowed.
     *
     * @param temperature above 1 makes it less sure, below 1 surer
     */
    public double[] probabilities(Features features, double temperature) {
        return probabilities(logits(features), features, temperature);
    }

    /** The same where the logits are known already. */
    public static double[] probabilities(float[] logits, Features features, double temperature) {
        return Kernels.softmax(logits, features.allowed(), temperature);
    }

    /** {@code [labels]}: what the wide part says. */
    float[] wide(Features features) {
        float[] logits = new float[space.labels().size()];
        float[] weights = parameters.get(Parameters.WIDE);
        int[] active = features.active();
        for (int i = 0; i < active.length; i++) {
            Kernels.addRowInPlace(logits, weights, active[i] * logits.length, features.values()[i]);
        }
        return logits;
    }

    /** By how much one wide feature of value 1 moves a label's logit. */
    float weight(int wide, int label) {
        return parameters.get(Parameters.WIDE)[wide * space.labels().size() + label];
    }

    /**
     * {@code [labels]}: what the deep part says.
     *
     * @param without an input to leave out, to see what it is worth
     */
    float[] deep(Features features, Part without) {
        float[] hidden = parameters.get(Parameters.HIDDEN_BIAS).clone();
        float[] logits = parameters.get(Parameters.DEEP_BIAS).clone();
        float[] weights = parameters.get(Parameters.HIDDEN);
        if (without != Part.SENTENCE) {
            float[] sentence = features.sentence();
            float[] scaled = new float[sentence.length];
            Rows.addScaledInPlace(scaled, 0, FeatureSpace.SENTENCE_SCALE, sentence, 0, sentence.length);
            Kernels.addProductInPlace(hidden, scaled, 0, scaled.length, weights, 0);
            Kernels.addProductInPlace(logits, scaled, 0, scaled.length, parameters.get(Parameters.DIRECT), 0);
        }
        int row = space.sentenceSize();
        if (without != Part.SITUATION) {
            int[] active = features.active();
            for (int i = 0; i < active.length && active[i] < space.situationSize(); i++) {
                Kernels.addRowInPlace(hidden, weights, (row + active[i]) * hidden.length, features.values()[i]);
            }
        }
        row += space.situationSize();
        if (without != Part.WORDS) {
            float[] read = words.highest(features.tokens(), space.settings().projection());
            Kernels.addProductInPlace(hidden, read, 0, read.length, weights, row);
        }
        row += words.units();
        if (looksBack && without != Part.TURNS) {
            float[] read = turns.last(features.turns(), space.turnSize());
            Kernels.addProductInPlace(hidden, read, 0, read.length, weights, row);
        }
        Kernels.rectifyInPlace(hidden);
        Kernels.addProductInPlace(logits, hidden, 0, hidden.length, parameters.get(Parameters.DEEP), 0);
        return logits;
    }

    private void check(String name, int expected) {
        int actual = parameters.get(name).length;
        if (actual != expected) {
            throw new IllegalArgumentException(
                    "block '" + name + "' has " + actual + " numbers where " + expected + " belong");
        }
    }

    /** An input of the deep part. */
    enum Part {
        NONE,
        SENTENCE,
        SITUATION,
        WORDS,
        TURNS
    }
}
