package io.parley.intent.training;

import io.parley.intent.features.FeatureSpace;
import io.parley.intent.features.Features;
import io.parley.intent.features.Situation;
import io.parley.intent.features.TextVectors;
import io.parley.neural.jobs.ProgressListener;
import io.parley.neural.jobs.TrainingThreads;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows as numbers, each situation computed once. Not thread-safe. */
final class Numbers {

    private final FeatureSpace space;
    private final Map<String, TextVectors> texts = new HashMap<>();
    private final Map<Heard, Features> features = new HashMap<>();

    Numbers(FeatureSpace space) {
        this.space = space;
    }

    FeatureSpace space() {
        return space;
    }

    /** Computes the numbers of the rows' texts, each once: the encoders do not remember as many as a large table has. */
    void read(List<LabelledSituation> rows, ProgressListener progress) {
        List<String> said = rows.stream()
                .map(row -> row.situation().text().value())
                .distinct()
                .toList();
        List<TextVectors> read = TrainingThreads.map(said, space::text, "encoding", progress);
        for (int i = 0; i < read.size(); i++) {
            texts.put(said.get(i), read.get(i));
        }
    }

    List<Row> of(List<LabelledSituation> rows) {
        return rows.stream().map(row -> of(row, row.situation())).toList();
    }

    /** @param situation where the row's words are heard */
    Row of(LabelledSituation row, Situation situation) {
        Heard heard = new Heard(situation.text().value(), situation.state(), situation.allowed());
        // Earlier turns are not part of the key: where the network reads them, every row is computed anew.
        Features numbers =
                space.turns() > 0 ? numbers(situation) : features.computeIfAbsent(heard, it -> numbers(situation));
        return new Row(numbers, space.label(row.label()));
    }

    private Features numbers(Situation situation) {
        return space.of(
                situation, text(situation.text().value()), said -> text(said).turn());
    }

    TextVectors text(String text) {
        return texts.computeIfAbsent(text, space::text);
    }

    /** What decides a situation's features, but for earlier turns. */
    private record Heard(String text, String state, List<String> allowed) {}
}
