package io.parley.qa.memory;

import java.util.Arrays;

/**
 * Which rows of a matrix belong together: several stories, or several sentences, one behind the other.
 *
 * @param starts {@code [parts + 1]}; the rows of part j go from {@code starts[j]} to before {@code starts[j + 1]}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Segments(int[] starts) {

    /** All rows in one part. */
    static Segments one(int rows) {
        return new Segments(new int[] {0, rows});
    }

    /** Parts of these lengths. */
    static Segments of(int[] lengths) {
        int[] starts = new int[lengths.length + 1];
        for (int j = 0; j < lengths.length; j++) {
            starts[j + 1] = starts[j] + lengths[j];
        }
        return new Segments(starts);
    }

    int parts() {
        return starts.length - 1;
    }

    int rows() {
        return starts[parts()];
    }

    int start(int part) {
        return starts[part];
    }

    int length(int part) {
        return starts[part + 1] - starts[part];
    }

    /** {@code [rows]}: the part each row belongs to. */
    int[] partOfRow() {
        int[] parts = new int[rows()];
        for (int j = 0; j < parts(); j++) {
            Arrays.fill(parts, start(j), start(j + 1), j);
        }
        return parts;
    }
}
