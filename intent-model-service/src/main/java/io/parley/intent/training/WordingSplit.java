package io.parley.intent.training;

import io.parley.intent.features.TextVectors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Keeps some rows from training so that nearly the same wording never stands on both sides: rows of one label whose
 * encodings lie close together stay together.
 */
final class WordingSplit {

    private WordingSplit() {}

    /** @param texts gives the numbers of a text */
    static Split of(List<LabelledSituation> rows, Function<String, TextVectors> texts, double share, long seed) {
        if (rows.size() < Split.FEWEST_ROWS) {
            return new Split(rows, List.of());
        }
        Map<String, List<Wording>> byLabel = new LinkedHashMap<>();
        for (LabelledSituation row : rows) {
            TextVectors text = texts.apply(row.situation().text().value());
            add(byLabel.computeIfAbsent(row.label(), label -> new ArrayList<>()), row, text);
        }
        SplittableRandom random = new SplittableRandom(seed);
        List<LabelledSituation> training = new ArrayList<>();
        List<LabelledSituation> heldOut = new ArrayList<>();
        for (List<Wording> wordings : byLabel.values()) {
            long total = wordings.stream().mapToLong(it -> it.rows().size()).sum();
            long wanted = Math.round(share * total);
            long kept = 0;
            Shuffle.inPlace(wordings, random);
            for (int i = 0; i < wordings.size(); i++) {
                List<LabelledSituation> group = wordings.get(i).rows();
                // A label keeps most of its rows for training, however few wordings it has.
                boolean spare = kept < wanted && kept + group.size() <= Math.max(1, 2 * wanted) && wordings.size() > 1;
                if (spare) {
                    kept += group.size();
                }
                (spare ? heldOut : training).addAll(group);
            }
        }
        return new Split(training, heldOut);
    }

    private static void add(List<Wording> wordings, LabelledSituation row, TextVectors text) {
        for (Wording wording : wordings) {
            if (wording.first().similarity(text) >= TextVectors.ONE_WORDING) {
                wording.rows().add(row);
                return;
            }
        }
        Wording wording = new Wording(text, new ArrayList<>());
        wording.rows().add(row);
        wordings.add(wording);
    }

    private record Wording(TextVectors first, List<LabelledSituation> rows) {}
}
