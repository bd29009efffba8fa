package io.parley.intent.training;

import io.parley.intent.network.Parameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Where each block of a network's numbers lies in one flat vector, which is what a training changes. */
final class Layout {

    private final Map<String, Integer> offsets = new LinkedHashMap<>();
    private final Map<String, Integer> lengths = new LinkedHashMap<>();
    private final int size;

    /** As long as these blocks, in the order of their names. */
    Layout(Parameters parameters) {
        int at = 0;
        for (Map.Entry<String, float[]> block : new TreeMap<>(parameters.blocks()).entrySet()) {
            offsets.put(block.getKey(), at);
            lengths.put(block.getKey(), block.getValue().length);
            at += block.getValue().length;
        }
        size = at;
    }

    int size() {
        return size;
    }

    boolean has(String block) {
        return offsets.containsKey(block);
    }

    /** Where a block begins. */
    int offset(String block) {
        return offsets.getOrDefault(block, -1);
    }

    int length(String block) {
        return lengths.getOrDefault(block, 0);
    }

    /** {@code [size]}. */
    float[] flatten(Parameters parameters) {
        float[] flat = new float[size];
        offsets.forEach((name, offset) -> System.arraycopy(parameters.get(name), 0, flat, offset, length(name)));
        return flat;
    }

    /** The blocks of a flat vector, as copies. */
    Parameters blocks(float[] flat) {
        Map<String, float[]> blocks = new TreeMap<>();
        offsets.forEach((name, offset) -> blocks.put(name, Arrays.copyOfRange(flat, offset, offset + length(name))));
        return new Parameters(blocks);
    }
}
