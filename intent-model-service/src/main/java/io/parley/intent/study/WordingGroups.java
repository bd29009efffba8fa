package io.parley.intent.study;

import io.parley.intent.features.TextVectors;
import io.parley.intent.training.LabelledSituation;
import io.parley.neural.jobs.ProgressListener;
import io.parley.neural.jobs.TrainingThreads;
import io.parley.neural.kernel.VectorIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows that say nearly the same, put together: those of the same words, those whose encodings lie very close whatever their
 * labels, and those of one label that lie close to the first of its group. The last are not joined any more where a fold's
 * share of the label has come together: a label whose rows are all alike would else be asked where it was never learnt.
 */
final class WordingGroups {

    private final int[] parents;

    private WordingGroups(int texts) {
        this.parents = IntStream.range(0, texts).toArray();
    }

    /**
     * The group of every row, {@code [rows]}; groups are numbered in the order of their first rows.
     *
     * @param texts the encodings of the rows' texts
     * @param folds into how many folds the groups are to be dealt
     */
    static int[] of(List<LabelledSituation> rows, SentenceVectors texts, int folds, ProgressListener progress) {
        WordingGroups groups = new WordingGroups(texts.size());
        groups.joinSameWords(texts);
        groups.joinClose(texts, progress);
        groups.joinAlikeOfOneLabel(rows, texts, folds);
        Map<Integer, Integer> numbers = new LinkedHashMap<>();
        return rows.stream()
                .mapToInt(row -> {
                    int root = groups.root(texts.number(row.situation().text().value()));
                    numbers.putIfAbsent(root, numbers.size());
                    return numbers.getOrDefault(root, 0);
                })
                .toArray();
    }

    private void joinSameWords(SentenceVectors texts) {
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            Integer other = first.putIfAbsent(Wording.of(texts.text(i)), i);
            if (other != null) {
                join(other, i);
            }
        }
    }

    private void joinClose(SentenceVectors texts, ProgressListener progress) {
        VectorIndex index = texts.index();
        List<int[]> close = TrainingThreads.map(
                IntStream.range(0, texts.size()).boxed().toList(),
                i -> close(i, index.products(texts.vector(i))),
                "comparing wordings",
                progress);
        for (int i = 0; i < close.size(); i++) {
            for (int other : close.get(i)) {
                join(i, other);
            }
        }
    }

    private static int[] close(int text, float[] products) {
        return IntStream.range(0, text)
                .filter(other -> products[other] >= SentenceVectors.NEARLY_IDENTICAL)
                .toArray();
    }

    private void joinAlikeOfOneLabel(List<LabelledSituation> rows, SentenceVectors texts, int folds) {
        Map<String, Long> sizes =
                rows.stream().collect(Collectors.groupingBy(LabelledSituation::label, Collectors.counting()));
        Map<String, List<Leader>> leaders = new HashMap<>();
        for (LabelledSituation row : rows) {
            int text = texts.number(row.situation().text().value());
            long most = Math.ceilDiv(sizes.getOrDefault(row.label(), 0L), folds);
            List<Leader> ofLabel = leaders.computeIfAbsent(row.label(), label -> new ArrayList<>());
            Leader joined = ofLabel.stream()
                    .filter(leader ->
                            leader.followers < most && texts.similarity(leader.text, text) >= TextVectors.ONE_WORDING)
                    .findFirst()
                    .orElseGet(() -> {
                        Leader leader = new Leader(text);
                        ofLabel.add(leader);
                        return leader;
                    });
            joined.followers++;
            join(joined.text, text);
        }
    }

    private void join(int one, int other) {
        int a = root(one);
        int b = root(other);
        parents[Math.max(a, b)] = Math.min(a, b);
    }

    private int root(int text) {
        int at = text;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    /** The first text of a group of one label. */
    private static final class Leader {

        private final int text;
        private int followers;

        Leader(int text) {
            this.text = text;
        }
    }
}
