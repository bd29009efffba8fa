package io.parley.intent.network;

import io.parley.contracts.model.Contribution;
import io.parley.contracts.model.ScoredState;
import io.parley.intent.features.FeatureSpace;
import io.parley.intent.features.Features;
import io.parley.intent.features.Situation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A network with its thresholds: answers, and says why. Immutable and thread-safe. */
public final class NextStateModel {

    private final NextStateNetwork network;
    private final Neighbours neighbours;
    private final Thresholds thresholds;

    public NextStateModel(NextStateNetwork network, Neighbours neighbours, Thresholds thresholds) {
        this.network = network;
        this.neighbours = neighbours;
        this.thresholds = thresholds;
    }

    public NextStateNetwork network() {
        return network;
    }

    public Neighbours neighbours() {
        return neighbours;
    }

    public Thresholds thresholds() {
        return thresholds;
    }

    /** Where the conversation goes from here, by this model. */
    public Prediction predict(Situation situation) {
        return predict(situation, network.space().choice(situation.allowed()));
    }

    /**
     * Where the conversation goes, chosen among other states than those the network is shown; for evaluation.
     *
     * @param choice what may be chosen; empty means any
     */
    public Prediction predict(Situation shown, List<String> choice) {
        Features features = network.space().of(shown);
        return rank(features, network.logits(features), choice);
    }

    /** The same with its strongest reasons. */
    public Explained explain(Situation situation, int reasons) {
        Features features = network.space().of(situation);
        float[] logits = network.logits(features);
        List<Contribution> because = new Explanation(network).of(features, logits, reasons);
        return new Explained(rank(features, logits, network.space().choice(situation.allowed())), because);
    }

    private Prediction rank(Features features, float[] logits, List<String> choice) {
        FeatureSpace space = network.space();
        int[] places = choice.isEmpty() ? Kernels.all(logits.length) : space.places(choice);
        double[] probabilities = Kernels.softmax(logits, places, thresholds.temperature());
        List<ScoredState> ranking = new ArrayList<>();
        for (int place : places) {
            ranking.add(new ScoredState(space.labels().get(place), probabilities[place]));
        }
        // States the model was not trained for are allowed all the same; it just never proposes them.
        choice.stream()
                .filter(state -> space.label(state) < 0)
                .distinct()
                .forEach(state -> ranking.add(new ScoredState(state, 0)));
        ranking.sort(
                Comparator.comparingDouble(ScoredState::probability).reversed().thenComparing(ScoredState::state));
        return new Prediction(ranking, thresholds.outOfScope(Signals.of(neighbours, features, logits)));
    }

    /**
     * A prediction with its reasons.
     *
     * @param because strongest first
     */
    public record Explained(Prediction prediction, List<Contribution> because) {

        public Explained {
            because = List.copyOf(because);
        }
    }
}
