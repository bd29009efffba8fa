package io.parley.qa.recall;

import java.util.List;

/**
 * Places to compare one place with, all at once. They are kept column by column, so that the loop over them is made of
 * vector instructions, and with 32 bits a number, since reading them is what takes the time. Every cosine is summed up in
 * the same order, whatever else is in the index.
 */
final class PlaceIndex {

    private final int size;
    private final float[] columns;

    /** @param places {@code [size][D]}, each of length 1 */
    PlaceIndex(List<double[]> places) {
        size = places.size();
        int dimensions = size == 0 ? 0 : places.getFirst().length;
        columns = new float[size * dimensions];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < dimensions; k++) {
                columns[k * size + i] = (float) places.get(i)[k];
            }
        }
    }

    /** The cosine with every place, {@code [size]}. */
    float[] cosines(double[] place) {
        float[] sums = new float[size];
        int k = 0;
        for (; k + 3 < place.length && size > 0; k += 4) {
            float a = (float) place[k];
            float b = (float) place[k + 1];
            float c = (float) place[k + 2];
            float d = (float) place[k + 3];
            int row = k * size;
            for (int i = 0; i < size; i++) {
                sums[i] += a * columns[row + i]
                        + b * columns[row + size + i]
                        + c * columns[row + 2 * size + i]
                        + d * columns[row + 3 * size + i];
            }
        }
        for (; k < place.length && size > 0; k++) {
            float a = (float) place[k];
            for (int i = 0; i < size; i++) {
                sums[i] += a * columns[k * size + i];
            }
        }
        return sums;
    }
}
