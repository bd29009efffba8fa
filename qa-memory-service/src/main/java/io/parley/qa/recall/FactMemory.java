package io.parley.qa.recall;

import io.parley.qa.memory.FactInputs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The facts, and in which respects a question is like them: what the network chooses by. Immutable. */
public final class FactMemory {

    private static final int CLOSE = 3;

    private final FactPlaces places;
    private final Map<String, Integer> rows = new HashMap<>();
    private final LearnedFacts learned;
    private final int[] imprints;
    private final LearnedTexts texts;

    /**
     * @param facts each id once
     * @param encodings of every asking and answer
     */
    FactMemory(List<KnownFact> facts, Encodings encodings, Centre centre, LearnedFacts learned) {
        this(new FactPlaces(facts, encodings, centre), learned);
    }

    private FactMemory(FactPlaces places, LearnedFacts learned) {
        this.places = places;
        this.learned = learned;
        imprints = learned.rows(places.facts());
        texts = new LearnedTexts(learned.texts(), places);
        for (int row = 0; row < imprints.length; row++) {
            String id = places.facts().get(row).id();
            if (rows.put(id, row) != null) {
                throw new IllegalArgumentException("fact '" + id + "' stands twice in one memory");
            }
        }
    }

    /** The same with what training learned. */
    FactMemory with(LearnedFacts better) {
        return new FactMemory(places, better);
    }

    public List<KnownFact> facts() {
        return places.facts();
    }

    /** The row of a fact, if the memory has it. */
    public Optional<Integer> row(String fact) {
        return Optional.ofNullable(rows.get(fact));
    }

    Encodings encodings() {
        return places.encodings();
    }

    Centre centre() {
        return places.centre();
    }

    LearnedFacts learned() {
        return learned;
    }

    /** Compares a text with the facts here, or with the likeliest of them where there are thousands. */
    Comparison compare(String text) {
        return compare(text, Optional.empty());
    }

    /**
     * Compares a text.
     *
     * @param also the row of a fact that it must be compared with, however unlikely
     */
    Comparison compare(String text, Optional<Integer> also) {
        return read(places.compare(text, also));
    }

    /** The same with what the imprints of both kinds make of the text. */
    Comparison read(Comparison comparison) {
        double[] read = learned.imprints().read(comparison.place());
        double[] kernelRead = texts.canBeCompared() ? learned.kernel().read(texts.cosines(comparison)) : new double[0];
        return comparison.withReadings(byFact(read, comparison.facts()), byFact(kernelRead, comparison.facts()));
    }

    /** Readings of some rows; not a number where a fact has no imprint, or nothing was read. */
    private double[] byFact(double[] read, int[] some) {
        return IntStream.of(some)
                .mapToDouble(row -> imprints[row] < 0 || read.length == 0 ? Double.NaN : read[imprints[row]])
                .toArray();
    }

    /** {@code [m × S]}: how alike the text is to every fact it was compared with. */
    double[] similarities(Comparison comparison, Circumstances circumstances) {
        int m = comparison.facts().length;
        double[] similarities = new double[m * Similarity.values().length];
        for (int at = 0; at < m; at++) {
            write(comparison, at, circumstances, asking -> true, places.meanCosine(comparison, at), similarities);
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
            double meanCosine,
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
        double all = kept == 0 ? answer : meanCosine;
        similarities[row + Similarity.ALL_ASKINGS.column()] = all;
        double reading = comparison.readings()[at];
        double kernelReading = comparison.kernelReadings()[at];
        similarities[row + Similarity.IMPRINT.column()] =
                Double.isNaN(reading) ? learned.usual().at(all) : reading;
        similarities[row + Similarity.KERNEL_IMPRINT.column()] =
                Double.isNaN(kernelReading) ? learned.kernelUsual().at(all) : kernelReading;
        similarities[row + Similarity.ANSWER.column()] = answer;
        similarities[row + Similarity.CLOSEST_WORDING.column()] = closestWording;
        similarities[row + Similarity.ANSWER_WORDING.column()] = comparison.answerWordings()[at];
        writeCircumstances(comparison, at, circumstances, similarities);
    }

    /** Writes what of one fact's row depends on the circumstances only. */
    void writeCircumstances(Comparison comparison, int at, Circumstances circumstances, double[] similarities) {
        int row = at * Similarity.values().length;
        KnownFact known = places.facts().get(comparison.facts()[at]);
        similarities[row + Similarity.STATE.column()] = known.states().contains(circumstances.state()) ? 1 : 0;
        similarities[row + Similarity.KIND.column()] =
                circumstances.kind().filter(known.kind()::equals).isPresent() ? 1 : 0;
    }

    /** The cosine of a text with the mean of a compared fact's askings, as if only those to keep were known. */
    double allAskings(Comparison comparison, int at, IntPredicate keep) {
        return places.meanCosine(comparison, at, keep);
    }

    /** What the network's input module reads. */
    FactInputs inputs() {
        return places.inputs();
    }

    /** One compared fact's input, {@code [2D]}, as if only the askings to keep were known. */
    double[] input(Comparison comparison, int at, IntPredicate keep) {
        return places.input(comparison, at, keep);
    }

    /** The asking that a text comes closest to, if the fact compared has any. */
    Optional<String> closestAsking(Comparison comparison, int at) {
        return places.closestAsking(comparison, at);
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
