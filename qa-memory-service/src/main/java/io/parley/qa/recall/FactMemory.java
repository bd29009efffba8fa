package io.parley.qa.recall;

import io.parley.neural.kernel.VectorIndex;
import io.parley.qa.memory.FactInputs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * The facts with the encodings of all their askings and answers: what a question is compared with. Immutable. Askings are
 * numbered through, fact after fact.
 */
public final class FactMemory {

    private static final int CLOSE = 3;

    private final List<KnownFact> facts;
    private final Map<String, Integer> rows = new HashMap<>();
    private final Encodings encodings;
    private final Centre centre;
    private final LearnedFacts learned;
    private final int[] imprints;
    private final int[] firstAsking;
    private final List<String> askingTexts = new ArrayList<>();
    private final double[][] askings;
    private final double[][] answers;
    private final VectorIndex askingPlaces;
    private final VectorIndex answerPlaces;
    private final double[][] meanAskings;
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
        firstAsking = new int[facts.size() + 1];
        for (int i = 0; i < facts.size(); i++) {
            KnownFact fact = facts.get(i);
            if (rows.put(fact.id(), i) != null) {
                throw new IllegalArgumentException("fact '" + fact.id() + "' stands twice in one memory");
            }
            askingTexts.addAll(fact.askings());
            firstAsking[i + 1] = askingTexts.size();
        }
        askings = askingTexts.stream().map(this::place).toArray(double[][]::new);
        answers = facts.stream().map(fact -> place(fact.gist())).toArray(double[][]::new);
        askingPlaces = index(askings);
        answerPlaces = index(answers);
        meanAskings = new double[facts.size()][];
        for (int i = 0; i < facts.size(); i++) {
            meanAskings[i] = mean(i, FactMemory::any);
        }
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

    /** The numbers of a fact's askings: from the first to before the second. */
    int firstAsking(int fact) {
        return firstAsking[fact];
    }

    String asking(int asking) {
        return askingTexts.get(asking);
    }

    private double[] place(String text) {
        return centre.place(encodings.of(text));
    }

    /** Compares a text with everything here. */
    Comparison compare(String text) {
        double[] place = place(text);
        float[] rounded = rounded(place);
        return new Comparison(
                place,
                askingPlaces.products(rounded),
                rounded(askingWordings.compare(text)),
                answerPlaces.products(rounded),
                rounded(answerWordings.compare(text)),
                readings(place));
    }

    /** Cosines with all places at once; 32 bits a number, since reading them is what takes the time. */
    private static VectorIndex index(double[][] places) {
        return new VectorIndex(
                Stream.of(places).map(FactMemory::rounded).toArray(float[][]::new),
                places.length == 0 ? 0 : places[0].length);
    }

    private static float[] rounded(double[] numbers) {
        float[] rounded = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            rounded[i] = (float) numbers[i];
        }
        return rounded;
    }

    /** What the imprints make of a place, {@code [facts]}; not a number where a fact has none. */
    private double[] readings(double[] place) {
        double[] read = learned.imprints().read(place);
        double[] readings = new double[facts.size()];
        for (int fact = 0; fact < readings.length; fact++) {
            readings[fact] = imprints[fact] < 0 ? Double.NaN : read[imprints[fact]];
        }
        return readings;
    }

    /** {@code [n × S]}: how alike the text is to every fact. */
    double[] similarities(Comparison comparison, Circumstances circumstances) {
        int s = Similarity.values().length;
        double[] similarities = new double[facts.size() * s];
        for (int fact = 0; fact < facts.size(); fact++) {
            write(comparison, fact, circumstances, FactMemory::any, meanAskings[fact], similarities);
        }
        return similarities;
    }

    /** Writes one fact's row of {@code similarities [n × S]}, as if only the askings to keep were known. */
    void writeSimilarities(
            Comparison comparison, int fact, Circumstances circumstances, IntPredicate keep, double[] similarities) {
        write(comparison, fact, circumstances, keep, mean(fact, keep), similarities);
    }

    private void write(
            Comparison comparison,
            int fact,
            Circumstances circumstances,
            IntPredicate keep,
            double[] mean,
            double[] similarities) {
        double[] best = new double[CLOSE];
        int kept = 0;
        double closestWording = 0;
        for (int asking = firstAsking[fact]; asking < firstAsking[fact + 1]; asking++) {
            if (keep.test(asking)) {
                insertInPlace(best, kept++, comparison.askings()[asking]);
                closestWording = Math.max(closestWording, comparison.wordings()[asking]);
            }
        }
        double answer = comparison.answers()[fact];
        double close = 0;
        for (int i = 0; i < Math.min(kept, CLOSE); i++) {
            close += best[i] / Math.min(kept, CLOSE);
        }
        int row = fact * Similarity.values().length;
        // A fact nobody gave an asking for is found by its answer alone.
        similarities[row + Similarity.CLOSEST_ASKING.column()] = kept == 0 ? answer : best[0];
        similarities[row + Similarity.CLOSE_ASKINGS.column()] = kept == 0 ? answer : close;
        double all = kept == 0 ? answer : dot(comparison.place(), mean);
        similarities[row + Similarity.ALL_ASKINGS.column()] = all;
        double reading = comparison.readings()[fact];
        similarities[row + Similarity.IMPRINT.column()] = Double.isNaN(reading) ? learned.usual(all) : reading;
        similarities[row + Similarity.ANSWER.column()] = answer;
        similarities[row + Similarity.CLOSEST_WORDING.column()] = closestWording;
        similarities[row + Similarity.ANSWER_WORDING.column()] = comparison.answerWordings()[fact];
        writeCircumstances(fact, circumstances, similarities);
    }

    /** Writes what of one fact's row depends on the circumstances only. */
    void writeCircumstances(int fact, Circumstances circumstances, double[] similarities) {
        int row = fact * Similarity.values().length;
        KnownFact known = facts.get(fact);
        similarities[row + Similarity.STATE.column()] = known.states().contains(circumstances.state()) ? 1 : 0;
        similarities[row + Similarity.KIND.column()] =
                circumstances.kind().filter(known.kind()::equals).isPresent() ? 1 : 0;
    }

    /** The cosine of a text with the mean of a fact's askings, as if only those to keep were known. */
    double allAskings(Comparison comparison, int fact, IntPredicate keep) {
        return dot(comparison.place(), mean(fact, keep));
    }

    /** What the network's input module reads. */
    FactInputs inputs() {
        int width = 2 * centre.mean().length;
        double[] inputs = new double[facts.size() * width];
        for (int fact = 0; fact < facts.size(); fact++) {
            System.arraycopy(input(fact, FactMemory::any), 0, inputs, fact * width, width);
        }
        return new FactInputs(inputs, facts.size());
    }

    /** One fact's input, {@code [2D]}, as if only the askings to keep were known. */
    double[] input(int fact, IntPredicate keep) {
        int d = centre.mean().length;
        double[] input = new double[2 * d];
        System.arraycopy(mean(fact, keep), 0, input, 0, d);
        System.arraycopy(answers[fact], 0, input, d, d);
        return input;
    }

    /** The asking that a text comes closest to, if the fact has any. */
    Optional<String> closestAsking(Comparison comparison, int fact) {
        int closest = -1;
        for (int asking = firstAsking[fact]; asking < firstAsking[fact + 1]; asking++) {
            if (closest < 0 || comparison.askings()[asking] > comparison.askings()[closest]) {
                closest = asking;
            }
        }
        return closest < 0 ? Optional.empty() : Optional.of(askingTexts.get(closest));
    }

    private static boolean any(int asking) {
        return asking >= 0;
    }

    /** {@code [D]}, of length 1; zero if no asking is kept. */
    private double[] mean(int fact, IntPredicate keep) {
        double[] mean = new double[centre.mean().length];
        for (int asking = firstAsking[fact]; asking < firstAsking[fact + 1]; asking++) {
            if (keep.test(asking)) {
                double[] place = askings[asking];
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
