package io.parley.speech.sphinx;

import edu.cmu.sphinx.linguist.acoustic.tiedstate.GaussianWeights;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Pool;
import edu.cmu.sphinx.util.LogMath;
import java.util.Arrays;

/**
 * The Gaussians of a phonetically tied model and how tied states mix them. Every phone has one codebook for each stream of
 * features; a state's score is the sum over streams of the logarithm of its mixture of the stream's best Gaussians.
 * Immutable, so all decoders share one.
 */
final class Codebooks {
    /** So many of a stream's Gaussians count, those nearest to the sound. */
    static final int TOP = 4;

    private final int streams;
    private final int gaussians;
    private final int width;
    private final float[] means;
    /** Minus half of the inverse variance of each feature. */
    private final float[] scales;
    /** The logarithm of each Gaussian's density at its mean. */
    private final float[] peaks;

    private final GaussianWeights weights;
    private final int[] codebookOf;
    private final int size;

    /**
     * @param means by codebook, stream and Gaussian, each {@code [width]}
     * @param variances likewise, floored
     * @param weights in Sphinx4's logarithm, by tied state, stream and Gaussian
     * @param codebookOf of each tied state
     */
    Codebooks(Pool<float[]> means, Pool<float[]> variances, GaussianWeights weights, int[] codebookOf) {
        this.weights = weights;
        this.codebookOf = codebookOf.clone();
        streams = weights.getStreamsNum();
        gaussians = weights.getGauPerState();
        width = means.get(0).length;
        size = means.size() / (streams * gaussians);
        this.means = new float[means.size() * width];
        scales = new float[means.size() * width];
        peaks = new float[means.size()];
        for (int gaussian = 0; gaussian < peaks.length; gaussian++) {
            double logDeterminant = 0;
            for (int feature = 0; feature < width; feature++) {
                int at = gaussian * width + feature;
                float variance = variances.get(gaussian)[feature];
                this.means[at] = means.get(gaussian)[feature];
                scales[at] = -0.5f / variance;
                logDeterminant += Math.log(variance);
            }
            peaks[gaussian] = (float) (-0.5 * (width * Math.log(2 * Math.PI) + logDeterminant));
        }
    }

    int size() {
        return size;
    }

    int senones() {
        return codebookOf.length;
    }

    int codebookOf(int senone) {
        return codebookOf[senone];
    }

    /** How many numbers {@link #best} tells of one codebook. */
    int bestSize() {
        return streams * TOP;
    }

    /**
     * Finds the Gaussians of a codebook that are nearest to the sound, in each stream, the best first. Of equally near ones
     * the first counts.
     *
     * @param features {@code [streams × width]}
     * @param ids {@code [codebooks × streams × TOP]}, to be filled in where the codebook's are; what stands there is a guess of as
     *     many different ones, by which others are ruled out sooner; it does not change the outcome
     * @param densities likewise, in natural logarithms
     */
    void best(int codebook, float[] features, int[] ids, float[] densities) {
        for (int stream = 0; stream < streams; stream++) {
            int to = (codebook * streams + stream) * TOP;
            int first = (codebook * streams + stream) * gaussians;
            float threshold = Float.POSITIVE_INFINITY;
            for (int i = 0; i < TOP; i++) {
                threshold =
                        Math.min(threshold, density(first + ids[to + i], stream, features, Float.NEGATIVE_INFINITY));
            }
            Arrays.fill(densities, to, to + TOP, Float.NEGATIVE_INFINITY);
            for (int gaussian = 0; gaussian < gaussians; gaussian++) {
                float density = density(first + gaussian, stream, features, threshold);
                if (density >= threshold) {
                    insert(gaussian, density, ids, densities, to);
                    threshold = Math.max(threshold, densities[to + TOP - 1]);
                }
            }
        }
    }

    /** The logarithm of a Gaussian's density, or something below the threshold if that is below it. */
    private float density(int gaussian, int stream, float[] features, float threshold) {
        float density = peaks[gaussian];
        int at = gaussian * width;
        int from = stream * width;
        for (int feature = 0; feature < width && density >= threshold; feature++) {
            float away = features[from + feature] - means[at + feature];
            density += away * away * scales[at + feature];
        }
        return density;
    }

    private static void insert(int gaussian, float density, int[] ids, float[] densities, int from) {
        int place = from + TOP - 1;
        if (density <= densities[place]) {
            return;
        }
        while (place > from && density > densities[place - 1]) {
            densities[place] = densities[place - 1];
            ids[place] = ids[place - 1];
            place--;
        }
        densities[place] = density;
        ids[place] = gaussian;
    }

    /**
     * How well the sound fits a tied state, in Sphinx4's logarithm.
     *
     * @param ids of the best Gaussians of all codebooks, as {@link #best} tells them
     * @param densities likewise
     */
    float score(int senone, int[] ids, float[] densities) {
        LogMath logs = LogMath.getLogMath();
        int from = codebookOf[senone] * streams * TOP;
        float score = 0;
        for (int stream = 0; stream < streams; stream++) {
            float mixture = LogMath.LOG_ZERO;
            for (int i = from + stream * TOP; i < from + (stream + 1) * TOP; i++) {
                mixture = logs.addAsLinear(mixture, logs.lnToLog(densities[i]) + weights.get(senone, stream, ids[i]));
            }
            score += mixture;
        }
        return score;
    }
}
