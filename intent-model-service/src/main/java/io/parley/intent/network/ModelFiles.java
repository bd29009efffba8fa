package io.parley.intent.network;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.intent.features.FeatureSettings;
import io.parley.intent.features.FeatureSpace;
import io.parley.intent.features.SlotLexicon;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    private static final int LARGEST_BLOCK = 100_000_000;

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
        try {
            Description description =
                    JsonMapper.shared().readValue(Files.readAllBytes(folder.resolve(DESCRIPTION)), Description.class);
            return read(folder, description);
        } catch (IOException | JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new FaultException(
                    Fault.MODEL_CORRUPT,
                    "the next-state model in " + folder + " cannot be read; activate another version or train anew",
                    e);
        }
    }

    private static NextStateModel read(Path folder, Description description) throws IOException {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve(NUMBERS))))) {
            int format = in.readInt();
            if (format != FORMAT || description.format() != FORMAT) {
                throw new IOException("format " + format + " is not format " + FORMAT);
            }
            Map<String, float[]> blocks = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                String name = in.readUTF();
                float[] numbers = new float[length(in)];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = in.readFloat();
                }
                blocks.put(name, numbers);
            }
            short[] halves = new short[length(in)];
            for (int i = 0; i < halves.length; i++) {
                halves[i] = in.readShort();
            }
            FeatureSpace space = FeatureSpace.restore(
                    description.features(),
                    description.states(),
                    description.labels(),
                    description.lexicon(),
                    description.mentioned(),
                    description.vocabulary(),
                    blocks);
            blocks.keySet().removeIf(FeatureSpace::owns);
            return new NextStateModel(
                    new NextStateNetwork(space, new Parameters(blocks)),
                    Neighbours.restore(halves),
                    description.thresholds());
        }
    }

    private static int length(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LARGEST_BLOCK) {
            throw new IOException("a block cannot have " + length + " numbers");
        }
        return length;
    }

    private record Description(
            int format,
            FeatureSettings features,
            List<String> states,
            List<String> labels,
            SlotLexicon lexicon,
            List<String> mentioned,
            List<String> vocabulary,
            Thresholds thresholds) {}
}
