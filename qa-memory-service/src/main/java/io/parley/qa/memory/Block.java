package io.parley.qa.memory;

/**
 * Where one weight matrix stands in the flat parameter vector.
 *
 * @param name for messages, such as {@code gate.hidden}
 * @param offset of its first value
 * @param rows how many inputs it takes
 * @param cols how many outputs it gives; row-major
 */
record Block(String name, int offset, int rows, int cols) {

    int size() {
        return rows * cols;
    }
}
