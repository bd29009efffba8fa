package io.parley.intent.training;

import io.parley.intent.features.FeatureSpace;
import io.parley.intent.features.Features;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Lays rows out as DeepLearning4j's graph takes them. */
final class Batches {

    private final FeatureSpace space;
    private final TrainingSettings settings;

    Batches(FeatureSpace space, TrainingSettings settings) {
        this.space = space;
        this.settings = settings;
    }

    /** Rows as they are. */
    MultiDataSet plain(List<Row> rows) {
        return lay(rows);
    }

    private MultiDataSet lay(List<Row> rows) {
        int n = rows.size();
        int labels = space.labels().size();
        int width = space.settings().projection();
        int dim = space.sentenceSize();
        int longest = rows.stream()
                .mapToInt(row -> row.features().tokens().length / width)
                .max()
                .orElse(1);
        float[] situation = new float[n * space.situationSize()];
        float[] wide = new float[n * space.wideSize()];
        float[] sentence = new float[n * dim];
        float[] tokens = new float[n * width * longest];
        float[] steps = new float[n * longest];
        float[] wanted = new float[n * labels];
        float[] turns = new float[n * space.turns() * space.turnSize()];
        for (int row = 0; row < n; row++) {
            Features features = rows.get(row).features();
            int label = rows.get(row).label();
            layWide(features, row, situation, wide);
            for (int d = 0; d < dim; d++) {
                sentence[row * dim + d] = FeatureSpace.SENTENCE_SCALE * features.sentence()[d];
            }
            int length = features.tokens().length / width;
            for (int step = 0; step < length; step++) {
                steps[row * longest + step] = 1;
                for (int w = 0; w < width; w++) {
                    tokens[(row * width + w) * longest + step] = features.tokens()[step * width + w];
                }
            }
            layTurns(features, row, turns);
            layLabel(label, row * labels, labels, wanted, settings.smoothing());
        }
        INDArray[] inputs = new INDArray[space.turns() > 0 ? 5 : 4];
        INDArray[] masks = new INDArray[inputs.length];
        inputs[0] = Nd4j.create(situation, new long[] {n, space.situationSize()}, 'c');
        inputs[1] = Nd4j.create(wide, new long[] {n, space.wideSize()}, 'c');
        inputs[2] = Nd4j.create(sentence, new long[] {n, dim}, 'c');
        inputs[3] = Nd4j.create(tokens, new long[] {n, width, longest}, 'c');
        masks[3] = Nd4j.create(steps, new long[] {n, longest}, 'c');
        if (space.turns() > 0) {
            inputs[4] = Nd4j.create(turns, new long[] {n, space.turnSize(), space.turns()}, 'c');
        }
        return new MultiDataSet(inputs, new INDArray[] {Nd4j.create(wanted, new long[] {n, labels}, 'c')}, masks, null);
    }

    private void layWide(Features features, int row, float[] situation, float[] wide) {
        int[] active = features.active();
        for (int i = 0; i < active.length; i++) {
            float value = features.values()[i];
            if (active[i] < space.situationSize()) {
                situation[row * space.situationSize() + active[i]] = value;
            }
            wide[row * space.wideSize() + active[i]] = value;
        }
    }

    private void layTurns(Features features, int row, float[] turns) {
        int size = space.turnSize();
        int steps = space.turns();
        for (int step = 0; step < steps; step++) {
            for (int t = 0; t < size; t++) {
                turns[(row * size + t) * steps + step] = features.turns()[step * size + t];
            }
        }
    }

    private static void layLabel(int label, int offset, int labels, float[] wanted, double smoothing) {
        Arrays.fill(wanted, offset, offset + labels, (float) (smoothing / labels));
        wanted[offset + label] += (float) (1 - smoothing);
    }
}
