package io.parley.intent.features;

import io.parley.neural.encoder.Encoding;
import io.parley.neural.encoder.Pretrained;
import io.parley.neural.jobs.ProgressListener;
import io.parley.neural.jobs.TrainingThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How vectors are shortened for the recurrent parts. Immutable.
 *
 * @param pieces what is read of each piece of a text
 * @param turns what is read of each turn; empty where the network does not look back
 */
record Projections(Projection pieces, Optional<Projection> turns) {

    /** Principal components of a turn's vector that the network reads. */
    static final int TURN_WIDTH = 96;

    private static final int DIM = Pretrained.DIMENSIONS;
    private static final int MOST_PIECES = 6_000;

    private static final String MEAN = "projection.mean";
    private static final String COMPONENTS = "projection.components";
    private static final String TURN_MEAN = "projection.turn.mean";
    private static final String TURN_COMPONENTS = "projection.turn.components";

    /**
     * Learns from a sample of these texts.
     *
     * @param seed decides where the search for the components starts
     * @param progress of encoding the sample
     */
    static Projections learn(FeatureSettings settings, Set<String> texts, long seed, ProgressListener progress) {
        Sentences sentences = new Sentences(settings.encoders());
        List<Sentences.Read> sample =
                TrainingThreads.map(sample(texts, settings.projectionSample()), sentences::read, "encoding", progress);
        Projection pieces = Projection.of(
                pieces(sample.stream().map(Sentences.Read::pieces).toList()), DIM, settings.projection(), seed);
        if (settings.history() == 0) {
            return new Projections(pieces, Optional.empty());
        }
        List<float[]> whole = sample.stream().map(Sentences.Read::whole).toList();
        return new Projections(pieces, Optional.of(Projection.of(whole, sentences.size(), TURN_WIDTH, seed)));
    }

    /** Texts at even distances, hardly more than so many. */
    private static List<String> sample(Set<String> texts, int most) {
        int stride = Math.max(1, texts.size() / most);
        List<String> sample = new ArrayList<>();
        int seen = 0;
        for (String text : texts) {
            if (seen++ % stride == 0) {
                sample.add(text);
            }
        }
        return sample;
    }

    private static List<float[]> pieces(List<Encoding> encodings) {
        int pieces = encodings.stream().mapToInt(e -> e.pieces().size()).sum();
        int stride = Math.max(1, pieces / MOST_PIECES);
        List<float[]> vectors = new ArrayList<>();
        int seen = 0;
        for (Encoding encoding : encodings) {
            for (int piece = 0; piece < encoding.pieces().size(); piece++) {
                if (seen++ % stride == 0) {
                    float[] vector = new float[DIM];
                    encoding.copyToken(piece, vector, 0);
                    vectors.add(vector);
                }
            }
        }
        return vectors;
    }

    /** Their numbers by name, as {@link #restore} takes them. */
    Map<String, float[]> blocks() {
        Map<String, float[]> blocks = new TreeMap<>();
        blocks.put(MEAN, pieces.mean());
        blocks.put(COMPONENTS, pieces.components());
        turns.ifPresent(projection -> {
            blocks.put(TURN_MEAN, projection.mean());
            blocks.put(TURN_COMPONENTS, projection.components());
        });
        return blocks;
    }

    /** Whether a block of numbers is theirs. */
    static boolean owns(String block) {
        return block.startsWith("projection.");
    }

    /**
     * The very projections of a stored model.
     *
     * @param blocks numbers by name; others than those of projections are left alone
     * @throws IllegalArgumentException if some are missing or do not fit each other
     */
    static Projections restore(FeatureSettings settings, Map<String, float[]> blocks) {
        Projection pieces = projection(blocks, MEAN, COMPONENTS, DIM, settings.projection());
        int whole = DIM * settings.encoders().size();
        return new Projections(
                pieces,
                settings.history() == 0
                        ? Optional.empty()
                        : Optional.of(projection(blocks, TURN_MEAN, TURN_COMPONENTS, whole, TURN_WIDTH)));
    }

    private static Projection projection(
            Map<String, float[]> blocks, String meanName, String componentsName, int dim, int width) {
        float[] mean = blocks.get(meanName);
        float[] components = blocks.get(componentsName);
        if (mean == null || components == null || mean.length != dim) {
            throw new IllegalArgumentException(
                    "the blocks '" + meanName + "' [" + dim + "] and '" + componentsName + "' belong to the model");
        }
        return new Projection(mean, components, width);
    }
}
