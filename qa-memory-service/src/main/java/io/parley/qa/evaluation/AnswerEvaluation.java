package io.parley.qa.evaluation;

import io.parley.qa.recall.Answer;
import io.parley.qa.recall.AnswerModel;
import io.parley.qa.recall.Circumstances;
import io.parley.qa.recall.LabelledText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a model does on texts it never saw. All but the counts and the threshold lie in [0, 1]; shares of nothing are 0.
 *
 * @param questions texts that a fact fits
 * @param top1 share of them whose fact is ranked first
 * @param top3 share of them whose fact is among the first three
 * @param mrr mean of one over the rank of the right fact
 * @param top1WordsOnly {@code top1} when neither state nor kind is told
 * @param refused share of them that are told no fact
 * @param wronglyAnswered share of them that are told another fact
 * @param unanswerable texts that no fact fits
 * @param falseAnswers share of those that are told a fact all the same
 * @param kindAccuracy share of the texts labelled with a kind that are taken for it
 * @param noFactAt the model's threshold
 * @param attention on each hop, the mean gate of the right fact
 * @param confusions the commonest mistakes of the ranking
 */
public record AnswerEvaluation(
        int questions,
        double top1,
        double top3,
        double mrr,
        double top1WordsOnly,
        double refused,
        double wronglyAnswered,
        int unanswerable,
        double falseAnswers,
        double kindAccuracy,
        double noFactAt,
        List<Double> attention,
        List<Confusion> confusions) {

    private static final int CONFUSIONS = 20;

    public AnswerEvaluation {
        attention = List.copyOf(attention);
        confusions = List.copyOf(confusions);
    }

    /**
     * A mistake.
     *
     * @param times how often it was made
     */
    public record Confusion(String fact, String recalled, int times) {}

    /** Scores a model. Texts whose fact the model does not know count as missed. */
    public static AnswerEvaluation of(AnswerModel model, List<LabelledText> texts) {
        Tally tally = new Tally();
        for (LabelledText text : texts) {
            tally.count(model, text);
        }
        return tally.evaluation(model.calibration().noFactAt());
    }

    /** The figures that a version keeps, by name. */
    public Map<String, Double> metrics() {
        Map<String, Double> metrics = new TreeMap<>();
        metrics.put("heldOutQuestions", (double) questions);
        metrics.put("heldOutTop1", top1);
        metrics.put("heldOutTop3", top3);
        metrics.put("heldOutMrr", mrr);
        metrics.put("heldOutRefused", refused);
        metrics.put("heldOutUnanswerable", (double) unanswerable);
        metrics.put("heldOutFalseAnswers", falseAnswers);
        metrics.put("heldOutKindAccuracy", kindAccuracy);
        return metrics;
    }

    /** Counts text after text. */
    private static final class Tally {

        private int questions;
        private int first;
        private int firstByWords;
        private int amongThree;
        private double reciprocalRanks;
        private int refused;
        private int wrong;
        private int unanswerable;
        private int answered;
        private int kinds;
        private int rightKinds;
        private final List<Double> attention = new ArrayList<>();
        private final Map<List<String>, Integer> mistakes = new HashMap<>();

        void count(AnswerModel model, LabelledText text) {
            Answer answer = model.answer(text.text(), text.circumstances());
            text.kind().ifPresent(kind -> {
                kinds++;
                rightKinds += answer.kind() == kind ? 1 : 0;
            });
            if (text.fact().isEmpty()) {
                unanswerable++;
                answered += answer.isRefused() ? 0 : 1;
                return;
            }
            String fact = text.fact().get();
            int rank = rank(answer, fact);
            questions++;
            first += rank == 1 ? 1 : 0;
            amongThree += rank >= 1 && rank <= 3 ? 1 : 0;
            reciprocalRanks += rank == 0 ? 0 : 1.0 / rank;
            refused += answer.isRefused() ? 1 : 0;
            wrong += !answer.isRefused() && rank != 1 ? 1 : 0;
            firstByWords += rank(model.answer(text.text(), Circumstances.UNKNOWN), fact) == 1 ? 1 : 0;
            if (rank > 0) {
                addAttention(answer.facts().get(rank - 1).attention());
            }
            if (rank != 1 && !answer.facts().isEmpty()) {
                mistakes.merge(List.of(fact, answer.facts().getFirst().fact()), 1, Integer::sum);
            }
        }

        /** From 1; 0 if the fact is not there. */
        private static int rank(Answer answer, String fact) {
            for (int i = 0; i < answer.facts().size(); i++) {
                if (answer.facts().get(i).fact().equals(fact)) {
                    return i + 1;
                }
            }
            return 0;
        }

        private void addAttention(List<Double> gates) {
            for (int hop = 0; hop < gates.size(); hop++) {
                if (hop == attention.size()) {
                    attention.add(0.0);
                }
                attention.set(hop, attention.get(hop) + gates.get(hop));
            }
        }

        AnswerEvaluation evaluation(double noFactAt) {
            return new AnswerEvaluation(
                    questions,
                    share(first, questions),
                    share(amongThree, questions),
                    share(reciprocalRanks, questions),
                    share(firstByWords, questions),
                    share(refused, questions),
                    share(wrong, questions),
                    unanswerable,
                    share(answered, unanswerable),
                    share(rightKinds, kinds),
                    noFactAt,
                    attention.stream().map(sum -> share(sum, questions)).toList(),
                    mistakes.entrySet().stream()
                            .map(entry -> new Confusion(
                                    entry.getKey().get(0), entry.getKey().get(1), entry.getValue()))
                            .sorted(Comparator.comparingInt(Confusion::times)
                                    .reversed()
                                    .thenComparing(Confusion::fact)
                                    .thenComparing(Confusion::recalled))
                            .limit(CONFUSIONS)
                            .toList());
        }

        private static double share(double part, int whole) {
            return whole == 0 ? 0 : part / whole;
        }
    }
}
