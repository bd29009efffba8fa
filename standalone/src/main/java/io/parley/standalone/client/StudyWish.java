package io.parley.standalone.client;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is to be studied, and how.
 *
 * @param kind {@code data-check}, {@code cross-validation} or {@code learning-curve}
 * @param file what to study; the campaign's own folder if it is absent
 * @param fractions shares of the rows to learn from; the study's own choice if there are none
 */
public record StudyWish(
        String kind, Optional<Path> file, Optional<Integer> folds, List<Double> fractions, Optional<Long> seed) {

    public StudyWish {
        fractions = List.copyOf(fractions);
    }

    /** As the JSON of a request. */
    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("kind", kind);
        folds.ifPresent(number -> body.put("folds", number));
        seed.ifPresent(number -> body.put("seed", number));
        if (!fractions.isEmpty()) {
            body.put("fractions", fractions);
        }
        return body;
    }

    /** As the query of an upload. */
    String query() {
        List<String> parameters = new ArrayList<>();
        parameters.add("kind=" + kind);
        folds.ifPresent(number -> parameters.add("folds=" + number));
        seed.ifPresent(number -> parameters.add("seed=" + number));
        if (!fractions.isEmpty()) {
            parameters.add(
                    "fractions=" + fractions.stream().map(String::valueOf).collect(Collectors.joining(",")));
        }
        return "?" + String.join("&", parameters);
    }
}
