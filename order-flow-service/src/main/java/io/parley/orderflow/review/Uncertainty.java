package io.parley.orderflow.review;

import io.parley.contracts.model.ScoredState;
import java.util.List;

/** How little a ranking says. */
public final class Uncertainty {

    private Uncertainty() {}

    /**
     * The entropy of the ranking as a share of the highest there can be: {@code −Σ pᵢ ln pᵢ / ln n}.
     *
     * @param ranking {@code [n]} probabilities
     * @return in [0, 1]; 0 where there is but one
     * @see <a href="https://burrsettles.com/pub/settles.activelearning.pdf">Settles (2009), section 3.1</a>
     */
    public static double of(List<ScoredState> ranking) {
        if (ranking.size() < 2) {
            return 0;
        }
        double entropy = ranking.stream()
                .mapToDouble(ScoredState::probability)
                .filter(p -> p > 0)
                .map(p -> -p * Math.log(p))
                .sum();
        return Math.clamp(entropy / Math.log(ranking.size()), 0, 1);
    }
}
