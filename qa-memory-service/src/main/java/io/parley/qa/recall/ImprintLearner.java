package io.parley.qa.recall;

import io.parley.neural.jobs.TrainingThreads;
import io.parley.neural.sampling.Evenly;
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
 * Learns the imprints of a memory's facts, of both kinds, and how they read texts they did not learn from: from everything, and
 * as if each part had not been there, whose texts are then read by what never saw them.
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

    /**
     * A text to learn from: of no fact, or of one that gets an imprint.
     *
     * @param number of the text among all
     * @param label the number of its fact's imprint, or {@link TrainingQuestion#NO_FACT}
     */
    private record Lesson(int number, Asked asked, int part, int label) {

        double[] place() {
            return asked.comparison().place();
        }
    }

    /** @param parts the part of every text */
    Learned learn(List<Asked> texts, int[] parts) {
        List<Lesson> lessons = lessons(texts, parts);
        if (lessons.isEmpty()) {
            return new Learned(LearnedFacts.none(memory.centre().mean().length), texts);
        }
        List<Imprints> imprints = TrainingThreads.map(
                IntStream.range(0, WordingFolds.PARTS + 1).boxed().toList(), without -> train(lessons, without));
        List<Lesson> some = Evenly.some(lessons, MOST_TEXTS);
        KernelTrainer.Learned kernel = train(some);
        LearnedFacts learned = new LearnedFacts(
                facts,
                imprints.getLast(),
                LearnedFacts.Line.USUAL,
                some.stream().map(lesson -> lesson.asked().text().text()).toList(),
                kernel.imprints(),
                LearnedFacts.Line.KERNEL_USUAL);
        double[][] kernelRead = kernelRead(texts, lessons, some, kernel, memory.with(learned));
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Comparison comparison = texts.get(i).comparison();
            double[] read = byFact(imprints.get(parts[i]).read(comparison.place()));
            asked.add(new Asked(texts.get(i).text(), comparison.withReadings(read, kernelRead[i])));
        }
        return new Learned(
                learned.with(
                        line(asked, Comparison::readings, LearnedFacts.Line.USUAL),
                        line(asked, Comparison::kernelReadings, LearnedFacts.Line.KERNEL_USUAL)),
                asked);
    }

    /** How the kernel imprints read every text, as if its part had not been learned from. */
    private double[][] kernelRead(
            List<Asked> texts,
            List<Lesson> lessons,
            List<Lesson> some,
            KernelTrainer.Learned kernel,
            FactMemory reading) {
        double[][] read = new double[texts.size()][];
        // Of one too many, others of its part were learned from: it is not read.
        lessons.forEach(lesson -> read[lesson.number()] = byFact(new double[0]));
        for (int j = 0; j < some.size(); j++) {
            read[some.get(j).number()] = byFact(kernel.unseen()[j]);
        }
        for (int i = 0; i < read.length; i++) {
            if (read[i] == null) {
                read[i] = reading.read(texts.get(i).comparison()).kernelReadings();
            }
        }
        return read;
    }

    private List<Lesson> lessons(List<Asked> texts, int[] parts) {
        List<Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < texts.size() && !facts.isEmpty(); i++) {
            Optional<String> fact = texts.get(i).text().fact();
            if (fact.isEmpty() || labels.containsKey(fact.get())) {
                int label = fact.map(labels::get).orElse(TrainingQuestion.NO_FACT);
                lessons.add(new Lesson(i, texts.get(i), parts[i], label));
            }
        }
        return lessons;
    }

    private KernelTrainer.Learned train(List<Lesson> lessons) {
        return new KernelTrainer(facts.size())
                .train(
                        lessons.stream()
                                .map(lesson -> FactPlaces.rounded(lesson.place()))
                                .toArray(float[][]::new),
                        lessons.stream().mapToInt(Lesson::label).toArray(),
                        lessons.stream().mapToInt(Lesson::part).toArray());
    }

    /** Without one part; from everything where there is no such part. */
    private Imprints train(List<Lesson> lessons, int without) {
        List<Lesson> others =
                lessons.stream().filter(lesson -> lesson.part() != without).toList();
        return others.isEmpty()
                ? Imprints.none(memory.centre().mean().length)
                : new ImprintTrainer(facts.size(), seed)
                        .train(
                                others.stream().map(Lesson::place).toArray(double[][]::new),
                                others.stream().mapToInt(Lesson::label).toArray());
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
