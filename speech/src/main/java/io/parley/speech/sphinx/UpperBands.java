package io.parley.speech.sphinx;

import edu.cmu.sphinx.frontend.BaseDataProcessor;
import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.frontend.DoubleData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Guesses what a telephone has taken from a voice. The acoustic model knows mel bands up to 6.8 kHz; where those above
 * 3.7 kHz hold nothing but the noise floor, they are filled with what the bands below let expect: a linear estimate of log
 * energies with two hinges for each band, learnt from pairs of wide and narrow speech (see {@code upper-bands.txt}).
 */
final class UpperBands extends BaseDataProcessor {
    private static final String WEIGHTS = "upper-bands.txt";

    /** Bands are counted from 0. What is below this one a telephone carries whole. */
    private static final int FIRST_LOST = 19;

    /** The bands by which it shows whether anything is above a telephone's. */
    private static final int FIRST_EMPTY = 21;

    /** Mean log energy of those: the noise floor has 5.6, speech up to 6.8 kHz 9.5. */
    private static final double EMPTY = 7.5;

    private static final double[] HINGES = {9, 12};
    private static final double LEAST = 1e-4;

    private final double[][] weights = weights();

    UpperBands() {
        initLogger();
    }

    @Override
    public @Nullable Data getData() {
        Data next = getPredecessor().getData();
        if (next instanceof DoubleData spectrum) {
            fill(spectrum.getValues());
        }
        return next;
    }

    private void fill(double[] bands) {
        double upper = Arrays.stream(bands, FIRST_EMPTY, bands.length)
                .map(UpperBands::log)
                .average()
                .orElseThrow();
        if (upper >= EMPTY) {
            return;
        }
        double[] lower =
                Arrays.stream(bands, 1, FIRST_LOST).map(UpperBands::log).toArray();
        for (int lost = 0; lost < weights.length; lost++) {
            int band = FIRST_LOST + lost;
            bands[band] = Math.max(bands[band], Math.exp(estimate(weights[lost], lower)));
        }
    }

    /** The weights of each band as it is, then of what it has above each hinge, then a constant. */
    private static double estimate(double[] weights, double[] lower) {
        double sum = weights[weights.length - 1];
        for (int i = 0; i < lower.length; i++) {
            sum += weights[i] * lower[i];
            for (int hinge = 0; hinge < HINGES.length; hinge++) {
                sum += weights[(hinge + 1) * lower.length + i] * Math.max(0, lower[i] - HINGES[hinge]);
            }
        }
        return sum;
    }

    private static double log(double energy) {
        return Math.log(energy + LEAST);
    }

    private static double[][] weights() {
        try (InputStream in = Objects.requireNonNull(UpperBands.class.getResourceAsStream(WEIGHTS));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split(" "))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(WEIGHTS + " cannot be read from the class path", e);
        }
    }
}
