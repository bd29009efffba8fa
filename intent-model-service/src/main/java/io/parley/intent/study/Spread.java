package io.parley.intent.study;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A figure over several folds.
 *
 * @param deviation standard deviation of a sample: the squares' sum over one less than their number
 */
public record Spread(double mean, double deviation) {

    static <T> Spread of(List<T> folds, ToDoubleFunction<T> figure) {
        double mean = folds.stream().mapToDouble(figure).average().orElse(0);
        double squares = folds.stream()
                .mapToDouble(fold -> Math.pow(figure.applyAsDouble(fold) - mean, 2))
                .sum();
        return new Spread(mean, Math.sqrt(squares / Math.max(1, folds.size() - 1)));
    }
}
