package io.parley.qa.recall;

import io.parley.neural.jobs.TrainingThreads;
import io.parley.qa.memory.ImprintTrainer;
import io.parley.qa.memory.Imprints;
import io.parley.qa.memory.KernelTrainer;
import io.parley.qa.memory.TrainingQuestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Learns the imprints of a memory's facts, and how they read texts they did not learn from: once from everything, and once
 * without each part, whose texts are then read by what never saw them.
 *
 * @see <a href="https://doi.org/10.1016/S0893-6080(05)80023-1">Wolpert (1992): stacked generalization</a>
 */
final class ImprintLearner {

    /** A fact with fewer askings is better read by its mean; and so are thousands, which would take minutes to learn. */
    private static final int LEAST_ASKINGS = 4;

    /** The time kernel imprints take grows with the third power of the texts, the memory with the second: here 144 MB. */
    private static final int MOST_TEXTS = 6_000;

    /** Fewer questions than this say nothing about how a fact without an imprint is read. */
    private static final int LEAST_PAIRS = 20;

    private final FactMemory memory;
    private final List<String> facts;
    private final Map<String, Integer> labels = new HashMap<>();
    private final long seed;

    ImprintLearner(FactMemory memory, long seed) {
        this.memory = memory;
        this.seed = seed;
        facts = memory.facts().stream()
                .filter(fact -> fact.askings().size() >= LEAST_ASKINGS)
                .filter(fact -> memory.facts().size() <= FactPlaces.FEW)
                .map(KnownFact::id)
                .toList();
        for (int i = 0; i < facts.size(); i++) {
            labels.put(facts.get(i), i);
        }
    }

    /**
     * What came of it.
     *
     * @param asked the texts, their imprints read as if they had not been learned from
     */
    record Learned(LearnedFacts facts, List<Asked> asked) {}

    /** @param parts the part of every text */
    Learned learn(List<Asked> texts, int[] parts) {
        int dimensions = memory.centre().mean().length;
        int[] numbers = learnable(texts);
        if (numbers.length == 0) {
            return new Learned(LearnedFacts.none(dimensions), texts);
        }
        List<Imprints> imprints = TrainingThreads.map(
                IntStream.range(0, WordingFolds.PARTS + 1).boxed().toList(), without -> train(texts, parts, without));
        int[] some = evenly(numbers);
        KernelTrainer.Learned kernel = kernel(texts, parts, some);
        LearnedFacts learned = new LearnedFacts(
                facts,
                imprints.getLast(),
                LearnedFacts.Line.USUAL,
                IntStream.of(some).mapToObj(i -> texts.get(i).text().text()).toList(),
                kernel.imprints(),
                LearnedFacts.Line.KERNEL_USUAL);
        FactMemory reading = memory.with(learned);
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Comparison comparison = texts.get(i).comparison();
            double[] read = byFact(imprints.get(parts[i]).read(comparison.place()));
            double[] kernelRead = Arrays.binarySearch(some, i) < 0
                    ? notLearned(comparison, Arrays.binarySearch(numbers, i) >= 0, reading)
                    : byFact(kernel.unseen()[Arrays.binarySearch(some, i)]);
            asked.add(new Asked(texts.get(i).text(), comparison.withReadings(read, kernelRead)));
        }
        return new Learned(
                learned.with(
                        line(asked, Comparison::readings, LearnedFacts.Line.USUAL),
                        line(asked, Comparison::kernelReadings, LearnedFacts.Line.KERNEL_USUAL)),
                asked);
    }

    /** How the kernel imprints read a text they did not learn from. Of one too many, others of its part were: it is not read. */
    private double[] notLearned(Comparison comparison, boolean tooMany, FactMemory reading) {
        return tooMany ? byFact(new double[0]) : reading.read(comparison).kernelReadings();
    }

    /** The numbers of the texts to learn from: those of no fact, and of one that gets an imprint. */
    private int[] learnable(List<Asked> texts) {
        return facts.isEmpty()
                ? new int[0]
                : IntStream.range(0, texts.size())
                        .filter(i -> texts.get(i)
                                .text()
                                .fact()
                                .map(labels::containsKey)
                                .orElse(true))
                        .toArray();
    }

    private static int[] evenly(int[] numbers) {
        int taken = Math.min(MOST_TEXTS, numbers.length);
        return IntStream.range(0, taken)
                .map(i -> numbers[(int) ((long) i * numbers.length / taken)])
                .toArray();
    }

    private KernelTrainer.Learned kernel(List<Asked> texts, int[] parts, int[] some) {
        return new KernelTrainer(facts.size())
                .train(
                        IntStream.of(some)
                                .mapToObj(i -> FactPlaces.rounded(
                                        texts.get(i).comparison().place()))
                                .toArray(float[][]::new),
                        IntStream.of(some).map(i -> label(texts.get(i))).toArray(),
                        IntStream.of(some).map(i -> parts[i]).toArray());
    }

    private int label(Asked text) {
        return text.text().fact().map(labels::get).orElse(TrainingQuestion.NO_FACT);
    }

    /** Without one part; from everything where there is no such part. */
    private Imprints train(List<Asked> texts, int[] parts, int without) {
        List<double[]> places = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            Optional<String> fact = texts.get(i).text().fact();
            if (parts[i] != without && (fact.isEmpty() || labels.containsKey(fact.get()))) {
                places.add(texts.get(i).comparison().place());
                rows.add(label(texts.get(i)));
            }
        }
        return places.isEmpty()
                ? Imprints.none(memory.centre().mean().length)
                : new ImprintTrainer(facts.size(), seed)
                        .train(
                                places.toArray(double[][]::new),
                                rows.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Readings by the rows of the memory, each of which is compared where there are imprints; not a number where a fact has no imprint. */
    private double[] byFact(double[] read) {
        double[] readings = new double[memory.facts().size()];
        Arrays.fill(readings, Double.NaN);
        for (int i = 0; i < read.length; i++) {
            readings[memory.row(facts.get(i)).orElseThrow()] = read[i];
        }
        return readings;
    }

    /** The reading over the cosine with the mean of the askings, by least squares. */
    private LearnedFacts.Line line(
            List<Asked> asked, Function<Comparison, double[]> readings, LearnedFacts.Line usual) {
        double n = 0;
        double x = 0;
        double y = 0;
        double xx = 0;
        double xy = 0;
        for (Asked text : asked) {
            Optional<Integer> fact =
                    text.text().fact().filter(labels::containsKey).flatMap(memory::row);
            if (fact.isPresent()) {
                int at = text.comparison().at(fact.get());
                double cosine = memory.allAskings(
                        text.comparison(),
                        at,
                        MemoryQuestions.unlike(text.comparison(), MemoryQuestions.REWORDED_ALIKE));
                double reading = readings.apply(text.comparison())[at];
                if (Double.isNaN(reading)) {
                    continue;
                }
                n++;
                x += cosine;
                y += reading;
                xx += cosine * cosine;
                xy += cosine * reading;
            }
        }
        double spread = n * xx - x * x;
        if (n < LEAST_PAIRS || spread <= 0) {
            return usual;
        }
        double slope = (n * xy - x * y) / spread;
        return new LearnedFacts.Line(slope, (y - slope * x) / n);
    }
}
