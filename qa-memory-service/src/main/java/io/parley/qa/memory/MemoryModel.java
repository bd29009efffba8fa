package io.parley.qa.memory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A network with its parameters. Immutable and thread-safe. */
public final class MemoryModel {

    /** Thousands of facts would need hundreds of megabytes as inputs all at once. */
    private static final int ENCODED_AT_ONCE = 256;

    private final DynamicMemoryNetwork network;
    private final double[] parameters;

    MemoryModel(DynamicMemoryNetwork network, double[] parameters) {
        this.network = network;
        this.parameters = parameters;
    }

    public NetworkShape shape() {
        return network.shape();
    }

    /** Runs the input module. */
    public EncodedFacts encode(FactInputs facts) {
        int wide = shape().factInputs();
        int width = shape().width();
        double[] encoded = new double[facts.count() * width];
        for (int from = 0; from < facts.count(); from += ENCODED_AT_ONCE) {
            int n = Math.min(ENCODED_AT_ONCE, facts.count() - from);
            double[] inputs = new double[n * wide];
            for (int i = 0; i < n; i++) {
                facts.copy(from + i, inputs, i * wide);
            }
            System.arraycopy(network.encodeFacts(parameters, inputs, n), 0, encoded, from * width, n * width);
        }
        return new EncodedFacts(encoded, facts.count());
    }

    /**
     * Recalls.
     *
     * @param facts at least one, encoded by this model
     * @param question {@code [D]}, the question's encoding
     * @param similarities {@code [n × S]}
     */
    public Recollection recall(EncodedFacts facts, double[] question, double[] similarities) {
        Recall recall =
                network.recall(parameters, facts.with(network.encodeQuestions(parameters, question, 1), similarities));
        double[][] attention =
                recall.hops().stream().map(hop -> hop.pass().gates()).toArray(double[][]::new);
        return new Recollection(recall.logits(), attention, recall.doubt().logit(), recall.hesitation());
    }

    /** Writes the parameters as 64-bit little-endian numbers; the same model gives the same bytes. */
    public void writeTo(OutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(parameters.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(parameters);
        out.write(bytes.array());
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @throws IOException if there are more or fewer numbers than a network of that shape has, or one is not finite
     */
    public static MemoryModel readFrom(InputStream in, NetworkShape shape) throws IOException {
        DynamicMemoryNetwork network = new DynamicMemoryNetwork(shape);
        return new MemoryModel(network, StoredNumbers.read(in, network.layout().size(), "a network of shape " + shape));
    }
}
