package io.parley.qa.memory;

import java.util.List;

/** A network over stories with its parameters. Immutable and thread-safe. */
public final class StoryModel {

    private static final double[] KEEP_ALL = {};

    private final StoryNetwork network;
    private final double[] parameters;

    StoryModel(StoryNetwork network, double[] parameters) {
        this.network = network;
        this.parameters = parameters;
    }

    /** Answers one question; what is right about it is not looked at. */
    public StoryAnswer answer(StoryQuestion question) {
        StoryNetwork.Pass pass = network.forward(parameters, List.of(question), KEEP_ALL);
        double[] probabilities = pass.probabilities();
        int best = 0;
        for (int word = 1; word < probabilities.length; word++) {
            if (probabilities[word] > probabilities[best]) {
                best = word;
            }
        }
        double[][] attention =
                pass.hops().stream().map(hop -> hop.pass().gates()).toArray(double[][]::new);
        return new StoryAnswer(best, probabilities[best], attention);
    }
}
