package io.parley.qa.memory;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts one flat vector into the weight matrices of the modules. One vector makes updating, storing and checking gradients
 * a matter of one loop each.
 */
final class ParameterLayout {

    private final List<Block> blocks = new ArrayList<>();
    private int size;

    /** Adds a matrix {@code [rows × cols]} behind those added before. */
    Block add(String name, int rows, int cols) {
        Block block = new Block(name, size, rows, cols);
        blocks.add(block);
        size += block.size();
        return block;
    }

    /** How many parameters there are in all. */
    int size() {
        return size;
    }

    List<Block> blocks() {
        return List.copyOf(blocks);
    }
}
