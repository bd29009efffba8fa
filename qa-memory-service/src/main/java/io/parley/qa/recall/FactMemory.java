package io.parley.qa.recall;

import io.parley.neural.kernel.VectorIndex;
import io.parley.qa.memory.FactInputs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The facts with the encodings of all their askings and answers: what a question is compared with. Immutable. Up to
 * {@link #FEW} facts, a question is compared with each; of more, with those a {@link FactFinder} names.
 */
public final class FactMemory {

    /** With so many facts, comparing with each costs less than finding the likeliest. */
    static final int FEW = 500;

    private static final int CLOSE = 3;

    private final List<KnownFact> facts;
    private final Map<String, Integer> rows = new HashMap<>();
    private final Encodings encodings;
    private final Centre centre;
    private final LearnedFacts learned;
    private final int[] imprints;
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

    /**
     * @param facts each id once
     * @param encodings of every asking and answer
     */
    FactMemory(List<KnownFact> facts, Encodings encodings, Centre centre, LearnedFacts learned) {
        this.facts = List.copyOf(facts);
        this.encodings = encodings;
        this.centre = centre;
        this.learned = learned;
        imprints = learned.rows(facts);
        all = IntStream.range(0, facts.size()).toArray();
        firstAsking = new int[facts.size() + 1];
        for (int i = 0; i < facts.size(); i++) {
            KnownFact fact = facts.get(i);
            if (rows.put(fact.id(), i) != null) {
                throw new IllegalArgumentException("fact '" + fact.id() + "' stands twice in one memory");
            }
            askingTexts.addAll(fact.askings());
            firstAsking[i + 1] = askingTexts.size();
        }
        askings = places(askingTexts.stream());
        answers = places(facts.stream().map(KnownFact::gist));
        meanAskings = new float[facts.size()][];
        for (int i = 0; i < facts.size(); i++) {
            meanAskings[i] = rounded(mean(i, asking -> true));
        }
        finder = facts.size() <= FEW ? Optional.empty() : Optional.of(new FactFinder(this.facts, meanAskings, answers));
        askingPlaces = finder.isPresent() ? index(new float[0][]) : index(askings);
        answerPlaces = finder.isPresent() ? index(new float[0][]) : index(answers);
        List<String> answerTexts = facts.stream().map(KnownFact::gist).toList();
        Wording wording = new Wording(askingTexts.isEmpty() ? answerTexts : askingTexts);
        askingWordings = new WordingIndex(wording, askingTexts);
        answerWordings = new WordingIndex(wording, answerTexts);
    }

    /** The same with what training learned. */
    FactMemory with(LearnedFacts better) {
        return new FactMemory(facts, encodings, centre, better);
    }

    public List<KnownFact> facts() {
        return facts;
    }

    /** The row of a fact, if the memory has it. */
    public Optional<Integer> row(String fact) {
        return Optional.ofNullable(rows.get(fact));
    }

    Encodings encodings() {
        return encodings;
    }

    Centre centre() {
        return centre;
    }

    LearnedFacts learned() {
        return learned;
    }

    private float[][] places(Stream<String> texts) {
        return texts.map(text -> rounded(centre.place(encodings.of(text)))).toArray(float[][]::new);
    }

    /** Compares a text with the facts here, or with the likeliest of them. */
    Comparison compare(String text) {
        return compare(text, Optional.empty());
    }

    /**
     * Compares a text.
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
                    readings(place, all));
        }
        int[] likeliest = IntStream.concat(
                        IntStream.of(finder.get().likeliest(text, rounded)),
                        also.stream().mapToInt(Integer::intValue))
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
                cosines[asking] = (float) dot(rounded, askings[number]);
                words[asking] = (float) wordings[number];
            }
            answerCosines[i] = (float) dot(rounded, answers[some[i]]);
            answerWords[i] = (float) answered[some[i]];
        }
        return new Comparison(place, some, first, cosines, words, answerCosines, answerWords, readings(place, some));
    }

    /** Cosines with all places at once; 32 bits a number, since reading them is what takes the time. */
    private VectorIndex index(float[][] places) {
        return new VectorIndex(places, centre.mean().length);
    }

    static float[] rounded(double[] numbers) {
        float[] rounded = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            rounded[i] = (float) numbers[i];
        }
        return rounded;
    }

    /** What the imprints make of a place, for some rows; not a number where a fact has none. */
    private double[] readings(double[] place, int[] some) {
        double[] read = learned.imprints().read(place);
        double[] readings = new double[some.length];
        for (int i = 0; i < some.length; i++) {
            readings[i] = imprints[some[i]] < 0 ? Double.NaN : read[imprints[some[i]]];
        }
        return readings;
    }

    /** {@code [m × S]}: how alike the text is to every fact it was compared with. */
    double[] similarities(Comparison comparison, Circumstances circumstances) {
        int m = comparison.facts().length;
        double[] similarities = new double[m * Similarity.values().length];
        for (int i = 0; i < m; i++) {
            float[] mean = meanAskings[comparison.facts()[i]];
            double all = dot(comparison.place(), mean);
            write(comparison, i, circumstances, asking -> true, all, similarities);
        }
        return similarities;
    }

    /**
     * Writes one fact's row of {@code similarities [m × S]}, as if only the askings to keep were known.
     *
     * @param at where the fact stands among those compared
     * @param keep tests the number of an asking, as the comparison counts them
     */
    void writeSimilarities(
            Comparison comparison, int at, Circumstances circumstances, IntPredicate keep, double[] similarities) {
        write(comparison, at, circumstances, keep, allAskings(comparison, at, keep), similarities);
    }

    private void write(
            Comparison comparison,
            int at,
            Circumstances circumstances,
            IntPredicate keep,
            double cosineWithMean,
            double[] similarities) {
        double[] best = new double[CLOSE];
        int kept = 0;
        double closestWording = 0;
        for (int asking = comparison.firstAsking()[at]; asking < comparison.firstAsking()[at + 1]; asking++) {
            if (keep.test(asking)) {
                insertInPlace(best, kept++, comparison.askings()[asking]);
                closestWording = Math.max(closestWording, comparison.wordings()[asking]);
            }
        }
        double answer = comparison.answers()[at];
        double close = 0;
        for (int i = 0; i < Math.min(kept, CLOSE); i++) {
            close += best[i] / Math.min(kept, CLOSE);
        }
        int row = at * Similarity.values().length;
        // A fact nobody gave an asking for is found by its answer alone.
        similarities[row + Similarity.CLOSEST_ASKING.column()] = kept == 0 ? answer : best[0];
        similarities[row + Similarity.CLOSE_ASKINGS.column()] = kept == 0 ? answer : close;
        double all = kept == 0 ? answer : cosineWithMean;
        similarities[row + Similarity.ALL_ASKINGS.column()] = all;
        double reading = comparison.readings()[at];
        similarities[row + Similarity.IMPRINT.column()] = Double.isNaN(reading) ? learned.usual(all) : reading;
        similarities[row + Similarity.ANSWER.column()] = answer;
        similarities[row + Similarity.CLOSEST_WORDING.column()] = closestWording;
        similarities[row + Similarity.ANSWER_WORDING.column()] = comparison.answerWordings()[at];
        writeCircumstances(comparison, at, circumstances, similarities);
    }

    /** Writes what of one fact's row depends on the circumstances only. */
    void writeCircumstances(Comparison comparison, int at, Circumstances circumstances, double[] similarities) {
        int row = at * Similarity.values().length;
        KnownFact known = facts.get(comparison.facts()[at]);
        similarities[row + Similarity.STATE.column()] = known.states().contains(circumstances.state()) ? 1 : 0;
        similarities[row + Similarity.KIND.column()] =
                circumstances.kind().filter(known.kind()::equals).isPresent() ? 1 : 0;
    }

    /** The cosine of a text with the mean of a compared fact's askings, as if only those to keep were known. */
    double allAskings(Comparison comparison, int at, IntPredicate keep) {
        return dot(comparison.place(), mean(comparison, at, keep));
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

    static double dot(double[] a, double[] b) {
        double even = 0;
        double odd = 0;
        for (int k = 0; k + 1 < a.length; k += 2) {
            even += a[k] * b[k];
            odd += a[k + 1] * b[k + 1];
        }
        return even + odd;
    }

    private static double dot(double[] a, float[] b) {
        double even = 0;
        double odd = 0;
        for (int k = 0; k + 1 < a.length; k += 2) {
            even += a[k] * b[k];
            odd += a[k + 1] * b[k + 1];
        }
        return even + odd;
    }

    private static double dot(float[] a, float[] b) {
        double even = 0;
        double odd = 0;
        for (int k = 0; k + 1 < a.length; k += 2) {
            even += (double) a[k] * b[k];
            odd += (double) a[k + 1] * b[k + 1];
        }
        return even + odd;
    }

    /** Keeps the largest values in falling order; {@code count} says how many came before. */
    private static void insertInPlace(double[] best, int count, double value) {
        int at = Math.min(count, best.length);
        while (at > 0 && best[at - 1] < value) {
            at--;
        }
        if (at < best.length) {
            System.arraycopy(best, at, best, at + 1, best.length - at - 1);
            best[at] = value;
        }
    }
}
