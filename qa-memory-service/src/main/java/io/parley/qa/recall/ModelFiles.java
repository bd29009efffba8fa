package io.parley.qa.recall;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.neural.encoder.Pretrained;
import io.parley.qa.memory.Imprints;
import io.parley.qa.memory.KernelImprints;
import io.parley.qa.memory.MemoryModel;
import io.parley.qa.memory.NetworkShape;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model as files: {@code memory.json} (facts, centre, calibration), {@code encodings.bin} (sentence vectors, 32-bit
 * little-endian, in the order of the facts' askings, answers, and what else was learned from), {@code imprints.bin} and
 * {@code kernel.bin} (imprints of both kinds) and {@code network.bin} (parameters).
 */
public final class ModelFiles {

    private static final String MEMORY = "memory.json";
    private static final String ENCODINGS = "encodings.bin";
    private static final String NETWORK = "network.bin";
    private static final String IMPRINTS = "imprints.bin";
    private static final String KERNEL = "kernel.bin";
    private static final int FORMAT = 3;

    private ModelFiles() {}

    /** What {@code memory.json} holds. */
    @SuppressWarnings("ArrayRecordComponent") // a matrix; never compared
    private record Memory(
            int format,
            List<Pretrained> encoders,
            NetworkShape shape,
            Calibration calibration,
            List<KnownFact> facts,
            double[] centre,
            List<String> imprinted,
            LearnedFacts.Line usual,
            List<String> learntTexts,
            LearnedFacts.Line kernelUsual) {}

    /** Writes a model into an empty folder; the same model gives the same bytes. */
    public static void write(AnswerModel model, Path folder) throws IOException {
        FactMemory memory = model.memory();
        PhraseEncoder encoder = memory.encodings().encoder();
        Memory description = new Memory(
                FORMAT,
                encoder.pretrained(),
                model.network().shape(),
                model.calibration(),
                memory.facts(),
                memory.centre().mean(),
                memory.learned().facts(),
                memory.learned().usual(),
                memory.learned().texts(),
                memory.learned().kernelUsual());
        Files.write(folder.resolve(MEMORY), JsonMapper.shared().writeValueAsBytes(description));
        Set<String> texts = texts(description);
        ByteBuffer vectors = ByteBuffer.allocate(texts.size() * encoder.dimensions() * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (String text : texts) {
            for (float value : memory.encodings().of(text)) {
                vectors.putFloat(value);
            }
        }
        Files.write(folder.resolve(ENCODINGS), vectors.array());
        try (OutputStream out = Files.newOutputStream(folder.resolve(IMPRINTS))) {
            memory.learned().imprints().writeTo(out);
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve(KERNEL))) {
            memory.learned().kernel().writeTo(out);
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve(NETWORK))) {
            model.network().writeTo(out);
        }
    }

    /**
     * Reads a model.
     *
     * @throws FaultException {@link Fault#MODEL_CORRUPT} if the files do not hold one
     */
    public static AnswerModel read(Path folder) {
        Memory description = part(folder, MEMORY, ModelFiles::description);
        PhraseEncoder encoder = PhraseEncoder.shared(description.encoders());
        Map<String, float[]> known = part(
                folder, ENCODINGS, file -> vectors(Files.readAllBytes(file), texts(description), encoder.dimensions()));
        Imprints imprints = part(folder, IMPRINTS, file -> {
            try (InputStream in = Files.newInputStream(file)) {
                return Imprints.readFrom(in, description.imprinted().size(), description.centre().length);
            }
        });
        KernelImprints kernel = part(folder, KERNEL, file -> {
            try (InputStream in = Files.newInputStream(file)) {
                return KernelImprints.readFrom(
                        in,
                        description.learntTexts().size(),
                        description.imprinted().size());
            }
        });
        LearnedFacts learned = new LearnedFacts(
                description.imprinted(),
                imprints,
                description.usual(),
                description.learntTexts(),
                kernel,
                description.kernelUsual());
        MemoryModel network = part(folder, NETWORK, file -> {
            try (InputStream in = Files.newInputStream(file)) {
                return MemoryModel.readFrom(in, description.shape());
            }
        });
        return part(
                folder,
                MEMORY,
                file -> new AnswerModel(
                        network,
                        new FactMemory(
                                description.facts(),
                                Encodings.of(encoder, known),
                                new Centre(description.centre(), encoder.part()),
                                learned),
                        description.calibration()));
    }

    /** Reads one file; whatever goes wrong means that it is not what was written. */
    private static <T> T part(Path folder, String name, Part<T> reading) {
        try {
            return reading.of(folder.resolve(name));
        } catch (NoSuchFileException e) {
            throw corrupt(folder, name + " is missing", e);
        } catch (JacksonException e) {
            throw corrupt(folder, name + " is no JSON of a model: " + e.getOriginalMessage(), e);
        } catch (IOException | RuntimeException e) {
            throw corrupt(folder, name + ": " + e.getMessage(), e);
        }
    }

    private static Memory description(Path file) throws IOException {
        Memory memory = JsonMapper.shared().readValue(Files.readAllBytes(file), Memory.class);
        if (memory.format() != FORMAT) {
            throw new IOException("it is of format " + memory.format() + ", this release reads " + FORMAT);
        }
        int dimensions = PhraseEncoder.shared(memory.encoders()).dimensions();
        if (memory.centre().length != dimensions || memory.shape().encoding() != dimensions) {
            throw new IOException("its centre has " + memory.centre().length + " numbers and its network reads "
                    + memory.shape().encoding() + ", sentence vectors have " + dimensions);
        }
        Calibration calibration = memory.calibration();
        DoubleStream settings = DoubleStream.of(
                memory.usual().slope(),
                memory.usual().shift(),
                memory.kernelUsual().slope(),
                memory.kernelUsual().shift(),
                calibration.temperature(),
                calibration.doubtSlope(),
                calibration.doubtShift());
        if (!DoubleStream.concat(settings, Arrays.stream(memory.centre())).allMatch(Double::isFinite)) {
            throw new IOException("a number is not finite");
        }
        return memory;
    }

    private static Map<String, float[]> vectors(byte[] bytes, Set<String> texts, int dimensions) throws IOException {
        if (bytes.length != texts.size() * dimensions * Float.BYTES) {
            throw new IOException("there are " + bytes.length + " bytes for " + texts.size() + " texts of " + dimensions
                    + " numbers");
        }
        ByteBuffer vectors = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Map<String, float[]> known = new LinkedHashMap<>();
        for (String text : texts) {
            float[] vector = new float[dimensions];
            vectors.asFloatBuffer().get(vector);
            vectors.position(vectors.position() + dimensions * Float.BYTES);
            for (float number : vector) {
                if (!Float.isFinite(number)) {
                    throw new IOException("a number of text " + known.size() + " is " + number);
                }
            }
            known.put(text, vector);
        }
        return known;
    }

    private static Set<String> texts(Memory memory) {
        Set<String> texts = new LinkedHashSet<>();
        memory.facts().forEach(fact -> texts.addAll(fact.askings()));
        memory.facts().forEach(fact -> texts.add(fact.gist()));
        texts.addAll(memory.learntTexts());
        return texts;
    }

    private static FaultException corrupt(Path folder, String what, Exception cause) {
        return new FaultException(
                Fault.MODEL_CORRUPT,
                "the answer model in " + folder + " cannot be read: " + what
                        + "; activate another version or train anew",
                cause);
    }

    /** How one file is read. */
    @FunctionalInterface
    private interface Part<T> {

        T of(Path file) throws IOException;
    }
}
