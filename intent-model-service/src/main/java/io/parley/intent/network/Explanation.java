package io.parley.intent.network;

import io.parley.contracts.model.Contribution;
import io.parley.intent.features.FeatureSpace;
import io.parley.intent.features.Features;
import io.parley.intent.network.NextStateNetwork.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Says why the winner won against the runner-up, in logits. Of the wide part exactly: every word, n-gram and cross has its
 * weight. Of the deep part by leaving out: what is lost when the network does not see the meaning of the sentence, the
 * order of the words, the state, or the earlier turns.
 */
final class Explanation {

    private final NextStateNetwork network;

    Explanation(NextStateNetwork network) {
        this.network = network;
    }

    List<Contribution> of(Features features, float[] logits, int most) {
        int[] order = bestTwo(logits, features.allowed());
        int winner = order[0];
        int second = order[1];
        if (winner == second) {
            return List.of();
        }
        List<Contribution> reasons = new ArrayList<>(wide(features, winner, second));
        float[] all = network.deep(features, Part.NONE);
        reasons.add(new Contribution("meaning of the sentence", lost(features, all, Part.SENTENCE, winner, second)));
        reasons.add(new Contribution("order of the words", lost(features, all, Part.WORDS, winner, second)));
        reasons.add(new Contribution("state and allowed states", lost(features, all, Part.SITUATION, winner, second)));
        if (network.space().turns() > 0) {
            reasons.add(new Contribution("earlier turns", lost(features, all, Part.TURNS, winner, second)));
        }
        reasons.sort(Comparator.comparingDouble((Contribution reason) -> Math.abs(reason.weight()))
                .reversed()
                .thenComparing(Contribution::feature));
        return List.copyOf(reasons.subList(0, Math.min(most, reasons.size())));
    }

    private List<Contribution> wide(Features features, int winner, int second) {
        FeatureSpace space = network.space();
        int[] active = features.active();
        List<Contribution> reasons = new ArrayList<>(active.length);
        for (int i = 0; i < active.length; i++) {
            double weight = features.values()[i]
                    * (double) (network.weight(active[i], winner) - network.weight(active[i], second));
            reasons.add(new Contribution(space.describe(active[i]), weight));
        }
        return reasons;
    }

    private double lost(Features features, float[] all, Part part, int winner, int second) {
        float[] without = network.deep(features, part);
        return (all[winner] - all[second]) - (double) (without[winner] - without[second]);
    }

    private static int[] bestTwo(float[] logits, int[] allowed) {
        int[] places = allowed.length == 0 ? Kernels.all(logits.length) : allowed;
        int best = places[0];
        for (int place : places) {
            best = logits[place] > logits[best] ? place : best;
        }
        int second = best;
        for (int place : places) {
            if (place != best && (second == best || logits[place] > logits[second])) {
                second = place;
            }
        }
        return new int[] {best, second};
    }
}
