package io.parley.qa.recall;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.neural.encoder.Pretrained;
import io.parley.qa.memory.Imprints;
import io.parley.qa.memory.MemoryModel;
import io.parley.qa.memory.NetworkShape;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model as files: {@code memory.json} (facts, centre, calibration), {@code encodings.bin} (sentence vectors, 32-bit
 * little-endian, in the order of the facts' askings and then answers), {@code imprints.bin} and {@code network.bin}
 * (parameters).
 */
public final class ModelFiles {

    private static final String MEMORY = "memory.json";
    private static final String ENCODINGS = "encodings.bin";
    private static final String NETWORK = "network.bin";
    private static final String IMPRINTS = "imprints.bin";
    private static final int FORMAT = 2;

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
            double usualSlope,
            double usualShift) {}

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
                memory.learned().slope(),
                memory.learned().shift());
        Files.write(folder.resolve(MEMORY), JsonMapper.shared().writeValueAsBytes(description));
        Set<String> texts = texts(memory.facts());
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
        try {
            Memory description =
                    JsonMapper.shared().readValue(Files.readAllBytes(folder.resolve(MEMORY)), Memory.class);
            if (description.format() != FORMAT) {
                throw corrupt(folder, new IOException("format " + description.format() + " is not known"));
            }
            PhraseEncoder encoder = PhraseEncoder.shared(description.encoders());
            Map<String, float[]> known = vectors(
                    Files.readAllBytes(folder.resolve(ENCODINGS)), texts(description.facts()), encoder.dimensions());
            FactMemory memory = new FactMemory(
                    description.facts(),
                    Encodings.of(encoder, known),
                    new Centre(description.centre(), encoder.part()),
                    learned(folder, description));
            try (InputStream in = Files.newInputStream(folder.resolve(NETWORK))) {
                return new AnswerModel(
                        MemoryModel.readFrom(in, description.shape()), memory, description.calibration());
            }
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw corrupt(folder, e);
        }
    }

    private static LearnedFacts learned(Path folder, Memory description) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(IMPRINTS))) {
            List<String> facts = description.imprinted();
            return new LearnedFacts(
                    facts,
                    Imprints.readFrom(in, facts.size(), description.centre().length),
                    description.usualSlope(),
                    description.usualShift());
        }
    }

    private static Map<String, float[]> vectors(byte[] bytes, Set<String> texts, int dimensions) throws IOException {
        if (bytes.length != texts.size() * dimensions * Float.BYTES) {
            throw new IOException(ENCODINGS + " has " + bytes.length + " bytes for " + texts.size() + " texts of "
                    + dimensions + " numbers");
        }
        ByteBuffer vectors = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Map<String, float[]> known = new LinkedHashMap<>();
        for (String text : texts) {
            float[] vector = new float[dimensions];
            vectors.asFloatBuffer().get(vector);
            vectors.position(vectors.position() + dimensions * Float.BYTES);
            known.put(text, vector);
        }
        return known;
    }

    private static Set<String> texts(List<KnownFact> facts) {
        Set<String> texts = new LinkedHashSet<>();
        facts.forEach(fact -> texts.addAll(fact.askings()));
        facts.forEach(fact -> texts.add(fact.gist()));
        return texts;
    }

    private static FaultException corrupt(Path folder, Exception cause) {
        return new FaultException(
                Fault.MODEL_CORRUPT,
                "the answer model in " + folder.getFileName() + " cannot be read; train anew or roll back",
                cause);
    }
}
