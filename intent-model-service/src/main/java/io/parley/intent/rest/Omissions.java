package io.parley.intent.rest;

import io.parley.contracts.model.Contribution;
import io.parley.contracts.model.ScoredState;
import io.parley.contracts.privacy.MaskedText;
import io.parley.intent.features.Situation;
import io.parley.intent.network.NextStateModel;
import io.parley.intent.network.Prediction;
import java.util.ArrayList;
import java.util.List;

/** What each word is worth, found by leaving it out. Costs an encoding a word, so it is for people who look, not for turns. */
final class Omissions {

    private static final int MOST_WORDS = 40;
    private static final double LEAST_PROBABILITY = 1e-9;

    private Omissions() {}

    /** By how many logits the winner's lead over the runner-up shrinks without each word; empty where there is no choice. */
    static List<Contribution> of(NextStateModel model, Situation situation) {
        Prediction whole = model.predict(situation);
        if (whole.ranking().size() < 2) {
            return List.of();
        }
        String winner = whole.ranking().get(0).state();
        String second = whole.ranking().get(1).state();
        String[] words = situation.text().value().strip().split("\\s+");
        List<Contribution> worth = new ArrayList<>();
        for (int i = 0; i < Math.min(words.length, MOST_WORDS); i++) {
            List<String> rest = new ArrayList<>(List.of(words));
            rest.remove(i);
            Prediction without = model.predict(situation.saying(new MaskedText(String.join(" ", rest))));
            worth.add(new Contribution(
                    "word '" + words[i] + "'", lead(whole, winner, second) - lead(without, winner, second)));
        }
        return worth;
    }

    private static double lead(Prediction prediction, String winner, String second) {
        return Math.log(probability(prediction, winner)) - Math.log(probability(prediction, second));
    }

    private static double probability(Prediction prediction, String state) {
        return prediction.ranking().stream()
                .filter(scored -> scored.state().equals(state))
                .mapToDouble(ScoredState::probability)
                .map(p -> Math.max(LEAST_PROBABILITY, p))
                .findFirst()
                .orElse(LEAST_PROBABILITY);
    }
}
