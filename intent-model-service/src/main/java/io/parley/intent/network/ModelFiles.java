package io.parley.intent.network;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.intent.features.FeatureSettings;
import io.parley.intent.features.FeatureSpace;
import io.parley.intent.features.SlotLexicon;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model on disk: {@code network.json} says what it is made of, {@code network.bin} holds its numbers. The same model
 * always gives the same bytes.
 */
public final class ModelFiles {

    private static final String DESCRIPTION = "network.json";
    private static final String NUMBERS = "network.bin";
    private static final int FORMAT = 1;

    private ModelFiles() {}

    /** Writes a model into an empty folder. */
    public static void write(NextStateModel model, Path folder) throws IOException {
        FeatureSpace space = model.network().space();
        Description description = new Description(
                FORMAT,
                space.settings(),
                space.states(),
                space.labels(),
                space.lexicon(),
                space.mentioned(),
                space.vocabulary(),
                space.words(),
                model.thresholds());
        Files.write(folder.resolve(DESCRIPTION), JsonMapper.shared().writeValueAsBytes(description));
        Map<String, float[]> blocks = new TreeMap<>(model.network().parameters().blocks());
        blocks.putAll(space.numbers());
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve(NUMBERS))))) {
            out.writeInt(FORMAT);
            out.writeInt(blocks.size());
            for (Map.Entry<String, float[]> block : blocks.entrySet()) {
                out.writeUTF(block.getKey());
                out.writeInt(block.getValue().length);
                for (float number : block.getValue()) {
                    out.writeFloat(number);
                }
            }
            short[] halves = model.neighbours().halves();
            out.writeInt(halves.length);
            for (short half : halves) {
                out.writeShort(half);
            }
        }
    }

    /**
     * Reads a model.
     *
     * @throws FaultException {@link Fault#MODEL_CORRUPT} if that is not what was written
     */
    public static NextStateModel read(Path folder) {
        Description description = part(folder, DESCRIPTION, ModelFiles::description);
        return part(folder, NUMBERS, file -> read(file, description));
    }

    /** Reads one file; whatever goes wrong means that it is not what was written. */
    private static <T> T part(Path folder, String name, Part<T> reading) {
        try {
            return reading.of(folder.resolve(name));
        } catch (NoSuchFileException e) {
            throw corrupt(folder, name + " is missing", e);
        } catch (EOFException e) {
            throw corrupt(folder, name + " ends too early", e);
        } catch (JacksonException e) {
            throw corrupt(folder, name + " is no JSON of a model: " + e.getOriginalMessage(), e);
        } catch (IOException | RuntimeException e) {
            throw corrupt(folder, name + ": " + e.getMessage(), e);
        }
    }

    private static FaultException corrupt(Path folder, String what, Exception cause) {
        return new FaultException(
                Fault.MODEL_CORRUPT,
                "the next-state model in " + folder + " cannot be read: " + what
                        + "; activate another version or train anew",
                cause);
    }

    private static Description description(Path file) throws IOException {
        Description description = JsonMapper.shared().readValue(Files.readAllBytes(file), Description.class);
        checkFormat(description.format());
        Thresholds thresholds = description.thresholds();
        if (!(thresholds.temperature() > 0)) {
            throw new IOException("the temperature must be above 0, is " + thresholds.temperature());
        }
        if (!DoubleStream.of(
                        thresholds.temperature(),
                        thresholds.acceptAt(),
                        thresholds.outOfScopeAt(),
                        thresholds.askWithin() == null ? 0 : thresholds.askWithin(),
                        thresholds.distance().mean(),
                        thresholds.distance().deviation(),
                        thresholds.energy().mean(),
                        thresholds.energy().deviation())
                .allMatch(Double::isFinite)) {
            throw new IOException("a threshold is not finite: " + thresholds);
        }
        return description;
    }

    private static void checkFormat(int format) throws IOException {
        if (format != FORMAT) {
            throw new IOException("it is of format " + format + ", this release reads " + FORMAT);
        }
    }

    private static NextStateModel read(Path file, Description description) throws IOException {
        long bytes = Files.size(file);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            checkFormat(in.readInt());
            Map<String, float[]> blocks = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                String name = in.readUTF();
                blocks.put(name, numbers(in, name, length(in, bytes / Float.BYTES)));
            }
            short[] halves = halves(in, length(in, bytes / Short.BYTES));
            if (in.read() >= 0) {
                throw new IOException("something follows where it should end");
            }
            FeatureSpace space = FeatureSpace.restore(
                    description.features(),
                    description.states(),
                    description.labels(),
                    description.lexicon(),
                    description.mentioned(),
                    description.vocabulary(),
                    description.words(),
                    blocks);
            blocks.keySet().removeIf(FeatureSpace::owns);
            return new NextStateModel(
                    new NextStateNetwork(space, new Parameters(blocks)),
                    Neighbours.restore(halves),
                    description.thresholds());
        }
    }

    private static float[] numbers(DataInputStream in, String block, int count) throws IOException {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = in.readFloat();
            if (!Float.isFinite(numbers[i])) {
                throw new IOException("number " + i + " of block '" + block + "' is " + numbers[i]);
            }
        }
        return numbers;
    }

    private static short[] halves(DataInputStream in, int count) throws IOException {
        short[] halves = new short[count];
        for (int i = 0; i < count; i++) {
            halves[i] = in.readShort();
            if (!Float.isFinite(Float.float16ToFloat(halves[i]))) {
                throw new IOException("number " + i + " of the neighbours is " + Float.float16ToFloat(halves[i]));
            }
        }
        return halves;
    }

    /** @param most a file of its size can hold */
    private static int length(DataInputStream in, long most) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > most) {
            throw new IOException("a block cannot have " + length + " numbers");
        }
        return length;
    }

    /** How one file is read. */
    @FunctionalInterface
    private interface Part<T> {

        T of(Path file) throws IOException;
    }

    /** @param words files of models made before typing errors were mended do not have it */
    private record Description(
            int format,
            FeatureSettings features,
            List<String> states,
            List<String> labels,
            SlotLexicon lexicon,
            List<String> mentioned,
            List<String> vocabulary,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> words,
            Thresholds thresholds) {}
}
