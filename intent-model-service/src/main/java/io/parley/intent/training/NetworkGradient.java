package io.parley.intent.training;

import io.parley.intent.features.FeatureSpace;
import io.parley.intent.features.Features;
import io.parley.intent.network.Parameters;
import io.parley.neural.kernel.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The gradient of the whole network over some rows, by hand: DeepLearning4j's own takes several times as long, since a
 * recurrent step is a dozen small operations there. A test holds it against that of the graph that {@link Graph} builds.
 *
 * <p>What is allowed is an input, not a mask: so the network must learn what each state means, and the mask at inference
 * only settles what is left. Stateless; any number of threads may add up different rows under the same parameters.
 */
final class NetworkGradient {

    private static final double LEAST_PROBABILITY = 1e-12;
    private static final int BLOCK = 16;

    private final FeatureSpace space;
    private final Layout layout;
    private final Dropout dropout;
    private final double smoothing;
    private final LstmGradient words;
    private final LstmGradient turns;
    private final boolean looksBack;
    private final int hidden;
    private final int labels;
    private final int inputs;
    // Where the blocks begin.
    private final int hiddenWeights;
    private final int hiddenBias;
    private final int direct;
    private final int deep;
    private final int deepBias;
    private final int wide;

    /**
     * Shares left out at random in each step, in [0, 1).
     *
     * @param hidden of the hidden units
     * @param wide of the sparse features, but for those of the situation
     */
    record Dropout(double hidden, double wide) {

        static final Dropout NONE = new Dropout(0, 0);
    }

    /**
     * @param smoothing share of each label's probability that is spread over all
     */
    NetworkGradient(FeatureSpace space, Layout layout, Dropout dropout, double smoothing) {
        this.space = space;
        this.layout = layout;
        this.dropout = dropout;
        this.smoothing = smoothing;
        this.looksBack = layout.has(Parameters.TURNS_INPUT);
        this.words = new LstmGradient(
                space.settings().projection(),
                layout.length(Parameters.WORDS_BIAS) / 4,
                layout.offset(Parameters.WORDS_INPUT),
                layout.offset(Parameters.WORDS_RECURRENT),
                layout.offset(Parameters.WORDS_BIAS));
        this.turns = looksBack
                ? new LstmGradient(
                        space.turnSize(),
                        layout.length(Parameters.TURNS_BIAS) / 4,
                        layout.offset(Parameters.TURNS_INPUT),
                        layout.offset(Parameters.TURNS_RECURRENT),
                        layout.offset(Parameters.TURNS_BIAS))
                : words;
        this.hidden = layout.length(Parameters.HIDDEN_BIAS);
        this.labels = layout.length(Parameters.DEEP_BIAS);
        this.hiddenWeights = layout.offset(Parameters.HIDDEN);
        this.hiddenBias = layout.offset(Parameters.HIDDEN_BIAS);
        this.direct = layout.offset(Parameters.DIRECT);
        this.deep = layout.offset(Parameters.DEEP);
        this.deepBias = layout.offset(Parameters.DEEP_BIAS);
        this.wide = layout.offset(Parameters.WIDE);
        this.inputs = space.sentenceSize() + space.situationSize() + words.units() + (looksBack ? turns.units() : 0);
    }

    /** What is the same for all rows under the same parameters, laid out for the way back. */
    @SuppressWarnings("ArrayRecordComponent") // matrices; never compared
    record Backwards(float[] deep, float[] recurrentInputs, float[] words, float[] turns) {}

    /**
     * Adds the gradient of the rows' summed loss.
     *
     * @param parameters {@code [layout.size]}
     * @param backwards what {@link #backwards} made of them
     * @param gradient {@code [layout.size]}
     * @param random decides what is left out
     * @return the summed loss
     */
    double add(float[] parameters, Backwards backwards, float[] gradient, List<Row> rows, SplittableRandom random) {
        int n = rows.size();
        LstmGradient.Trace[] read = new LstmGradient.Trace[n];
        LstmGradient.Trace[] recalled = new LstmGradient.Trace[n];
        float[] x = new float[n * inputs];
        for (int i = 0; i < n; i++) {
            Features features = rows.get(i).features();
            read[i] = words.forward(parameters, features.tokens());
            recalled[i] = looksBack ? turns.forward(parameters, features.turns()) : read[i];
            layInputs(features, read[i], recalled[i], x, i * inputs);
        }
        float[] units = hiddenUnits(parameters, x, n);
        float[] kept = keep(units, random);
        float[] dUnits = new float[n * hidden];
        float[] dLogits = new float[n * labels];
        double loss = 0;
        for (int i = 0; i < n; i++) {
            float[] wide = wide(rows.get(i).features(), random);
            float[] logits = logits(parameters, rows.get(i).features(), wide, units, x, i);
            loss += toGradient(logits, rows.get(i).label());
            addOutput(gradient, rows.get(i).features(), wide, units, i, logits);
            Rows.addProductInPlace(dUnits, i * hidden, logits, 0, 1, labels, backwards.deep(), 0, hidden);
            System.arraycopy(logits, 0, dLogits, i * labels, labels);
        }
        for (int k = 0; k < dUnits.length; k++) {
            dUnits[k] *= kept[k];
        }
        addHidden(gradient, x, dUnits, n);
        addDirect(gradient, x, dLogits, n);
        addRecurrent(gradient, backwards, dUnits, read, recalled);
        return loss;
    }

    /**
     * Adds the gradient of the penalty {@code decay · A² / 2} on a block A of weights, as far as they lie from one place to
     * before another.
     */
    void addDecay(float[] parameters, float[] gradient, String block, float decay, int from, int to) {
        int first = Math.max(from, layout.offset(block));
        int end = Math.min(to, layout.offset(block) + layout.length(block));
        if (first < end) {
            Rows.addScaledInPlace(gradient, first, decay, parameters, first, end - first);
        }
    }

    private void layInputs(Features features, LstmGradient.Trace read, LstmGradient.Trace recalled, float[] x, int at) {
        float[] sentence = features.sentence();
        for (int d = 0; d < sentence.length; d++) {
            x[at + d] = FeatureSpace.SENTENCE_SCALE * sentence[d];
        }
        int next = at + sentence.length;
        int[] active = features.active();
        for (int k = 0; k < active.length && active[k] < space.situationSize(); k++) {
            x[next + active[k]] = features.values()[k];
        }
        next += space.situationSize();
        for (int u = 0; u < words.units(); u++) {
            x[next + u] = read.states()[highest(read, u) * words.units() + u];
        }
        next += words.units();
        if (looksBack) {
            System.arraycopy(recalled.states(), (recalled.steps() - 1) * turns.units(), x, next, turns.units());
        }
    }

    /** In which step a unit is highest; the first of several. */
    private static int highest(LstmGradient.Trace trace, int unit) {
        int units = trace.states().length / trace.steps();
        int highest = 0;
        for (int step = 1; step < trace.steps(); step++) {
            if (trace.states()[step * units + unit] > trace.states()[highest * units + unit]) {
                highest = step;
            }
        }
        return highest;
    }

    /** {@code relu(x · B + b)}, {@code [n × hidden]}. */
    private float[] hiddenUnits(float[] parameters, float[] x, int n) {
        float[] units = new float[n * hidden];
        for (int i = 0; i < n; i++) {
            System.arraycopy(parameters, hiddenBias, units, i * hidden, hidden);
        }
        // So many rows of weights stay in the processor's cache while all rows of x are multiplied with them.
        for (int k = 0; k < inputs; k += BLOCK) {
            int count = Math.min(BLOCK, inputs - k);
            for (int i = 0; i < n; i++) {
                Rows.addProductInPlace(
                        units, i * hidden, x, i * inputs + k, 1, count, parameters, hiddenWeights + k * hidden, hidden);
            }
        }
        for (int k = 0; k < units.length; k++) {
            units[k] = Math.max(0, units[k]);
        }
        return units;
    }

    /**
     * Leaves out hidden units at random and scales the others up.
     *
     * @return {@code [n × hidden]}: the slope of each kept unit by what came in
     */
    private float[] keep(float[] units, SplittableRandom random) {
        float[] slopes = new float[units.length];
        float scale = (float) (1 / (1 - dropout.hidden()));
        for (int k = 0; k < units.length; k++) {
            boolean kept = dropout.hidden() == 0 || random.nextDouble() >= dropout.hidden();
            slopes[k] = kept && units[k] > 0 ? scale : 0;
            units[k] *= kept ? scale : 0;
        }
        return slopes;
    }

    /** The values of the active sparse features, some left out. */
    private float[] wide(Features features, SplittableRandom random) {
        float[] values = features.values().clone();
        if (dropout.wide() == 0) {
            return values;
        }
        float scale = (float) (1 / (1 - dropout.wide()));
        int[] active = features.active();
        for (int k = 0; k < values.length; k++) {
            if (active[k] >= space.situationSize()) {
                values[k] *= random.nextDouble() >= dropout.wide() ? scale : 0;
            }
        }
        return values;
    }

    private float[] logits(float[] parameters, Features features, float[] wide, float[] units, float[] x, int i) {
        float[] logits = Arrays.copyOfRange(parameters, deepBias, deepBias + labels);
        Rows.addProductInPlace(logits, 0, x, i * inputs, 1, space.sentenceSize(), parameters, direct, labels);
        Rows.addProductInPlace(logits, 0, units, i * hidden, 1, hidden, parameters, deep, labels);
        int[] active = features.active();
        for (int k = 0; k < active.length; k++) {
            if (wide[k] != 0) {
                int row = this.wide + active[k] * labels;
                Rows.addScaledInPlace(logits, 0, wide[k], parameters, row, labels);
            }
        }
        return logits;
    }

    /**
     * Turns logits into the gradient of the loss for them.
     *
     * @return the loss
     */
    private double toGradient(float[] logits, int label) {
        double highest = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            highest = Math.max(highest, logit);
        }
        double sum = 0;
        double[] p = new double[logits.length];
        for (int k = 0; k < logits.length; k++) {
            p[k] = Math.exp(logits[k] - highest);
            sum += p[k];
        }
        double loss = 0;
        for (int k = 0; k < logits.length; k++) {
            double wanted = smoothing / labels + (k == label ? 1 - smoothing : 0);
            p[k] /= sum;
            loss -= wanted * Math.log(Math.max(LEAST_PROBABILITY, p[k]));
            logits[k] = (float) (p[k] - wanted);
        }
        return loss;
    }

    private void addOutput(float[] gradient, Features features, float[] wide, float[] units, int i, float[] dLogits) {
        Rows.addScaledInPlace(gradient, deepBias, 1, dLogits, 0, labels);
        for (int u = 0; u < hidden; u++) {
            float unit = units[i * hidden + u];
            if (unit != 0) {
                Rows.addScaledInPlace(gradient, deep + u * labels, unit, dLogits, 0, labels);
            }
        }
        int[] active = features.active();
        for (int k = 0; k < active.length; k++) {
            if (wide[k] != 0) {
                int row = this.wide + active[k] * labels;
                Rows.addScaledInPlace(gradient, row, wide[k], dLogits, 0, labels);
            }
        }
    }

    private void addHidden(float[] gradient, float[] x, float[] dUnits, int n) {
        for (int i = 0; i < n; i++) {
            Rows.addScaledInPlace(gradient, hiddenBias, 1, dUnits, i * hidden, hidden);
        }
        for (int k = 0; k < inputs; k++) {
            Rows.addProductInPlace(gradient, hiddenWeights + k * hidden, x, k, inputs, n, dUnits, 0, hidden);
        }
    }

    private void addDirect(float[] gradient, float[] x, float[] dLogits, int n) {
        for (int k = 0; k < space.sentenceSize(); k++) {
            Rows.addProductInPlace(gradient, direct + k * labels, x, k, inputs, n, dLogits, 0, labels);
        }
    }

    /** Parameters laid out for the way back; worth computing once for many rows. */
    Backwards backwards(float[] parameters) {
        int first = hiddenWeights + (space.sentenceSize() + space.situationSize()) * hidden;
        int recurrentInputs = inputs - space.sentenceSize() - space.situationSize();
        return new Backwards(
                Rows.transposed(parameters, deep, hidden, labels),
                Rows.transposed(parameters, first, recurrentInputs, hidden),
                words.recurrentTransposed(parameters),
                looksBack ? turns.recurrentTransposed(parameters) : new float[0]);
    }

    private void addRecurrent(
            float[] gradient,
            Backwards backwards,
            float[] dUnits,
            LstmGradient.Trace[] read,
            LstmGradient.Trace[] recalled) {
        int size = inputs - space.sentenceSize() - space.situationSize();
        float[] dInputs = new float[size];
        for (int i = 0; i < read.length; i++) {
            Arrays.fill(dInputs, 0);
            Rows.addProductInPlace(dInputs, 0, dUnits, i * hidden, 1, hidden, backwards.recurrentInputs(), 0, size);
            float[] dStates = new float[read[i].states().length];
            for (int u = 0; u < words.units(); u++) {
                dStates[highest(read[i], u) * words.units() + u] = dInputs[u];
            }
            words.backward(backwards.words(), gradient, read[i], dStates);
            if (looksBack) {
                float[] dTurns = new float[recalled[i].states().length];
                System.arraycopy(
                        dInputs, words.units(), dTurns, (recalled[i].steps() - 1) * turns.units(), turns.units());
                turns.backward(backwards.turns(), gradient, recalled[i], dTurns);
            }
        }
    }
}
