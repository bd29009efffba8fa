package io.parley.qa.recall;

import io.parley.neural.kernel.VectorIndex;
import io.parley.qa.memory.FactInputs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where the askings and answers of the facts lie, by their encodings and their wordings. Immutable. Up to {@link #FEW} facts
 * a question is compared with each; of more, with those a {@link FactFinder} names.
 */
final class FactPlaces {

    /** With so many facts, comparing with each costs less than finding the likeliest. */
    static final int FEW = 500;

    private final List<KnownFact> facts;
    private final Encodings encodings;
    private final Centre centre;
    private final int[] all;
    private final int[] firstAsking;
    private final List<String> askingTexts = new ArrayList<>();
    private final float[][] askings;
    private final float[][] answers;
    private final float[][] meanAskings;
    private final Optional<FactFinder> finder;
    private final VectorIndex askingPlaces;
    private final VectorIndex answerPlaces;
    private final WordingIndex askingWordings;
    private final WordingIndex answerWordings;

    /** @param encodings of every asking and answer */
    FactPlaces(List<KnownFact> facts, Encodings encodings, Centre centre) {
        this.facts = List.copyOf(facts);
        this.encodings = encodings;
        this.centre = centre;
        all = IntStream.range(0, facts.size()).toArray();
        firstAsking = new int[facts.size() + 1];
        for (int i = 0; i < facts.size(); i++) {
            askingTexts.addAll(facts.get(i).askings());
            firstAsking[i + 1] = askingTexts.size();
        }
        List<String> answerTexts = facts.stream().map(KnownFact::gist).toList();
        askings = places(askingTexts);
        answers = places(answerTexts);
        meanAskings = new float[facts.size()][];
        for (int i = 0; i < facts.size(); i++) {
            meanAskings[i] = rounded(mean(i, asking -> true));
        }
        finder = facts.size() <= FEW ? Optional.empty() : Optional.of(new FactFinder(this.facts, meanAskings, answers));
        // Cosines with all places at once; where there is a finder, only few of them are looked at.
        askingPlaces = index(finder.isPresent() ? new float[0][] : askings);
        answerPlaces = index(finder.isPresent() ? new float[0][] : answers);
        Wording wording = new Wording(askingTexts.isEmpty() ? answerTexts : askingTexts);
        askingWordings = new WordingIndex(wording, askingTexts);
        answerWordings = new WordingIndex(wording, answerTexts);
    }

    List<KnownFact> facts() {
        return facts;
    }

    Encodings encodings() {
        return encodings;
    }

    Centre centre() {
        return centre;
    }

    /** Whether a question is compared with every fact. */
    boolean comparesAll() {
        return finder.isEmpty();
    }

    /** In the order in which a question is compared with them. */
    List<String> askingTexts() {
        return askingTexts;
    }

    /** The places of other texts, to compare a place with. */
    VectorIndex index(List<String> texts) {
        return index(places(texts));
    }

    private float[][] places(List<String> texts) {
        return texts.stream()
                .map(text -> rounded(centre.place(encodings.of(text))))
                .toArray(float[][]::new);
    }

    private VectorIndex index(float[][] places) {
        return new VectorIndex(places, centre.mean().length);
    }

    /**
     * Compares a text with the facts, or with the likeliest of them; nothing is read from imprints yet.
     *
     * @param also the row of a fact that it must be compared with, however unlikely
     */
    Comparison compare(String text, Optional<Integer> also) {
        double[] place = centre.place(encodings.of(text));
        float[] rounded = rounded(place);
        double[] wordings = askingWordings.compare(text);
        double[] answered = answerWordings.compare(text);
        if (finder.isEmpty()) {
            return new Comparison(
                    place,
                    all,
                    firstAsking,
                    askingPlaces.products(rounded),
                    rounded(wordings),
                    answerPlaces.products(rounded),
                    rounded(answered),
                    new double[0],
                    new double[0]);
        }
        int[] likeliest = Stream.concat(
                        IntStream.of(finder.get().likeliest(text, rounded)).boxed(), also.stream())
                .mapToInt(Integer::intValue)
                .sorted()
                .distinct()
                .toArray();
        return compareWith(likeliest, place, rounded, wordings, answered);
    }

    private Comparison compareWith(int[] some, double[] place, float[] rounded, double[] wordings, double[] answered) {
        int[] first = new int[some.length + 1];
        for (int i = 0; i < some.length; i++) {
            first[i + 1] = first[i] + firstAsking[some[i] + 1] - firstAsking[some[i]];
        }
        float[] cosines = new float[first[some.length]];
        float[] words = new float[cosines.length];
        float[] answerCosines = new float[some.length];
        float[] answerWords = new float[some.length];
        for (int i = 0; i < some.length; i++) {
            for (int asking = first[i]; asking < first[i + 1]; asking++) {
                int number = firstAsking[some[i]] + asking - first[i];
                cosines[asking] = dot(rounded, askings[number]);
                words[asking] = (float) wordings[number];
            }
            answerCosines[i] = dot(rounded, answers[some[i]]);
            answerWords[i] = (float) answered[some[i]];
        }
        return new Comparison(
                place, some, first, cosines, words, answerCosines, answerWords, new double[0], new double[0]);
    }

    /**
     * The cosine of a text with the mean of a compared fact's askings.
     *
     * @param at where the fact stands among those compared
     * @param keep tests the number of an asking, as the comparison counts them: the mean is of those
     */
    double meanCosine(Comparison comparison, int at, IntPredicate keep) {
        return dot(comparison.place(), mean(comparison, at, keep));
    }

    /** The same with the mean of all of them. */
    double meanCosine(Comparison comparison, int at) {
        float[] mean = meanAskings[comparison.facts()[at]];
        double even = 0;
        double odd = 0;
        for (int k = 0; k + 1 < mean.length; k += 2) {
            even += comparison.place()[k] * mean[k];
            odd += comparison.place()[k + 1] * mean[k + 1];
        }
        return even + odd;
    }

    /** What the network's input module reads. */
    FactInputs inputs() {
        int d = centre.mean().length;
        return new FactInputs() {
            @Override
            public int count() {
                return facts.size();
            }

            @Override
            public void copy(int fact, double[] to, int at) {
                for (int k = 0; k < d; k++) {
                    to[at + k] = meanAskings[fact][k];
                    to[at + d + k] = answers[fact][k];
                }
            }
        };
    }

    /** One compared fact's input, {@code [2D]}, as if only the askings to keep were known. */
    double[] input(Comparison comparison, int at, IntPredicate keep) {
        int d = centre.mean().length;
        double[] input = Arrays.copyOf(mean(comparison, at, keep), 2 * d);
        float[] answer = answers[comparison.facts()[at]];
        for (int k = 0; k < d; k++) {
            input[d + k] = answer[k];
        }
        return input;
    }

    /** The asking that a text comes closest to, if the fact compared has any. */
    Optional<String> closestAsking(Comparison comparison, int at) {
        int first = comparison.firstAsking()[at];
        int closest = -1;
        for (int asking = first; asking < comparison.firstAsking()[at + 1]; asking++) {
            if (closest < 0 || comparison.askings()[asking] > comparison.askings()[closest]) {
                closest = asking;
            }
        }
        return closest < 0
                ? Optional.empty()
                : Optional.of(askingTexts.get(firstAsking[comparison.facts()[at]] + closest - first));
    }

    private double[] mean(Comparison comparison, int at, IntPredicate keep) {
        int row = comparison.facts()[at];
        int shift = comparison.firstAsking()[at] - firstAsking[row];
        return mean(row, asking -> keep.test(asking + shift));
    }

    /** {@code [D]}, of length 1; zero if no asking is kept. */
    private double[] mean(int row, IntPredicate keep) {
        double[] mean = new double[centre.mean().length];
        for (int asking = firstAsking[row]; asking < firstAsking[row + 1]; asking++) {
            if (keep.test(asking)) {
                float[] place = askings[asking];
                for (int k = 0; k < mean.length; k++) {
                    mean[k] += place[k];
                }
            }
        }
        double length = Math.sqrt(dot(mean, mean));
        if (length > 0) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] /= length;
            }
        }
        return mean;
    }

    static float[] rounded(double[] numbers) {
        float[] rounded = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            rounded[i] = (float) numbers[i];
        }
        return rounded;
    }

    static double dot(double[] a, double[] b) {
        double even = 0;
        double odd = 0;
        for (int k = 0; k + 1 < a.length; k += 2) {
            even += a[k] * b[k];
            odd += a[k + 1] * b[k + 1];
        }
        return even + odd;
    }

    private static float dot(float[] a, float[] b) {
        float even = 0;
        float odd = 0;
        for (int k = 0; k + 1 < a.length; k += 2) {
            even += a[k] * b[k];
            odd += a[k + 1] * b[k + 1];
        }
        return even + odd;
    }
}
