package io.parley.neural.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One pretrained network in memory. Thread-safe; every JVM has each at most once and keeps it to its end. */
final class OnnxModel {

    private static final Map<Pretrained, OnnxModel> LOADED = new ConcurrentHashMap<>();

    private final Pretrained pretrained;
    private final OrtEnvironment environment;
    private final OrtSession session;

    private OnnxModel(Pretrained pretrained) {
        this.pretrained = pretrained;
        this.environment = OrtEnvironment.getEnvironment();
        try (InputStream in = OnnxModel.class.getResourceAsStream(pretrained.model());
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            if (in == null) {
                throw new IllegalStateException("the class path has no " + pretrained.model()
                        + "; the artifact of the pretrained encoder belongs beside this library");
            }
            // One text at a time, and the cores are shared with everything else: more threads only cost.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            this.session = environment.createSession(in.readAllBytes(), options);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + pretrained.model(), e);
        } catch (OrtException e) {
            throw new IllegalStateException("cannot load the text encoder " + pretrained.id(), e);
        }
    }

    static OnnxModel of(Pretrained pretrained) {
        return LOADED.computeIfAbsent(pretrained, OnnxModel::new);
    }

    /**
     * Runs the network on one text.
     *
     * @param ids {@code [n]} of the pieces, opening and closing marks included
     * @return {@code [n × dim]}, row after row
     */
    float[] run(long[] ids) {
        long[] shape = {1, ids.length};
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor tokens = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape)) {
            Map<String, OnnxTensor> inputs = new HashMap<>();
            inputs.put("input_ids", tokens);
            inputs.put("attention_mask", mask);
            if (session.getInputNames().contains("token_type_ids")) {
                inputs.put("token_type_ids", types);
            }
            try (OrtSession.Result result = session.run(inputs)) {
                FloatBuffer rows = ((OnnxTensor) result.get(0)).getFloatBuffer();
                float[] vectors = new float[rows.remaining()];
                rows.get(vectors);
                return vectors;
            }
        } catch (OrtException e) {
            throw new IllegalStateException("the text encoder " + pretrained.id() + " failed", e);
        }
    }
}
