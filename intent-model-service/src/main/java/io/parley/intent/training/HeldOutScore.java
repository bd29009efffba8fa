package io.parley.intent.training;

import io.parley.intent.network.NextStateNetwork;
import io.parley.neural.jobs.TrainingThreads;
import java.util.List;

/**
 * How a network does on rows it did not learn from, with the mask of allowed labels.
 *
 * @param accuracy in [0, 1]; 0 without rows
 * @param loss mean negative log-likelihood; 0 without rows
 */
record HeldOutScore(double accuracy, double loss) {

    private static final double LEAST_PROBABILITY = 1e-6;

    static HeldOutScore of(NextStateNetwork network, List<Row> rows) {
        if (rows.isEmpty()) {
            return new HeldOutScore(0, 0);
        }
        int right = 0;
        double loss = 0;
        List<double[]> all = TrainingThreads.map(rows, row -> network.probabilities(row.features(), 1));
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double[] probabilities = all.get(i);
            right += best(probabilities) == row.label() ? 1 : 0;
            loss -= Math.log(Math.max(LEAST_PROBABILITY, probabilities[row.label()]));
        }
        return new HeldOutScore((double) right / rows.size(), loss / rows.size());
    }

    private static int best(double[] probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            if (probabilities[i] > probabilities[best]) {
                best = i;
            }
        }
        return best;
    }
}
