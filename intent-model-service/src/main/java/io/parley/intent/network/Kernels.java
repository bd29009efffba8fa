package io.parley.intent.network;

import io.parley.neural.kernel.Rows;
import java.util.Arrays;

/** The arithmetic of the network. */
final class Kernels {

    private Kernels() {}

    /** {@code target += scale · row} where the row stands in {@code matrix} from {@code offset} on. */
    static void addRowInPlace(float[] target, float[] matrix, int offset, float scale) {
        Rows.addScaledInPlace(target, 0, scale, matrix, offset, target.length);
    }

    /**
     * {@code target += x · W}.
     *
     * @param x {@code [n]}, from {@code from} on
     * @param matrix {@code [rows × target.length]}; row {@code first} belongs to the first of x
     */
    static void addProductInPlace(float[] target, float[] x, int from, int n, float[] matrix, int first) {
        Rows.addProductInPlace(target, 0, x, from, 1, n, matrix, first * target.length, target.length);
    }

    static void rectifyInPlace(float[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.max(0, x[i]);
        }
    }

    /**
     * {@code p = softmax(x / temperature)} over some places only.
     *
     * @param places which of x take part; empty means all
     * @return {@code [x.length]}, 0 at the places that do not take part, summing to 1
     */
    static double[] softmax(float[] x, int[] places, double temperature) {
        int[] taking = places.length == 0 ? all(x.length) : places;
        double highest = Double.NEGATIVE_INFINITY;
        for (int place : taking) {
            highest = Math.max(highest, x[place]);
        }
        double[] p = new double[x.length];
        double sum = 0;
        for (int place : taking) {
            p[place] = Math.exp((x[place] - highest) / temperature);
            sum += p[place];
        }
        for (int place : taking) {
            p[place] /= sum;
        }
        return p;
    }

    /** {@code log Σ exp x} over some places; empty means all. */
    static double logSumExp(float[] x, int[] places) {
        int[] taking = places.length == 0 ? all(x.length) : places;
        double highest = Double.NEGATIVE_INFINITY;
        for (int place : taking) {
            highest = Math.max(highest, x[place]);
        }
        double sum = 0;
        for (int place : taking) {
            sum += Math.exp(x[place] - highest);
        }
        return highest + Math.log(sum);
    }

    static int[] all(int n) {
        int[] places = new int[n];
        Arrays.setAll(places, i -> i);
        return places;
    }
}
