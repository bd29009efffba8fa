package io.parley.qa.recall;

import io.parley.campaign.Fact;
import io.parley.qa.memory.QuestionSource;
import io.parley.qa.memory.TrainingQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Training questions over a memory: every asking in it, and the texts that no fact fits. An asking is drawn as if nobody
 * had written it down yet, often also without those of its fact that are worded alike, since tomorrow's customers word it
 * their own way; now and then without its fact altogether, so that no fact fits.
 */
final class MemoryQuestions implements QuestionSource {

    /** How often a fact is withheld to practise that no fact fits. */
    private static final double WITHHELD = 0.05;

    /** How often askings alike are left out too. */
    private static final double REWORDED = 0.5;

    /** Askings at least this close count as alike at most and at least. */
    private static final double MOST_ALIKE = 0.95;

    private static final double LEAST_ALIKE = 0.6;

    /** At least this close, two texts are one wording with another filler or typing error. */
    static final double REWORDED_ALIKE = 0.8;

    /** How often the state is told, and how often the kind. */
    private static final double STATE_TOLD = 0.7;

    private static final double KIND_TOLD = 0.7;

    /** At least this close, two texts are the same. */
    private static final double IDENTICAL = 0.9999;

    private final FactMemory memory;
    private final List<Candidate> candidates = new ArrayList<>();

    /**
     * One text to learn from.
     *
     * @param fact the right fact's row, or −1
     * @param similarities {@code [m × S]}, of every fact compared, without a state
     */
    @SuppressWarnings("ArrayRecordComponent") // a matrix; never compared
    private record Candidate(LabelledText text, Comparison comparison, int fact, double[] similarities) {}

    MemoryQuestions(FactMemory memory, List<Asked> texts) {
        this.memory = memory;
        for (Asked asked : texts) {
            candidates.add(new Candidate(
                    asked.text(),
                    asked.comparison(),
                    asked.text().fact().flatMap(memory::row).orElse(TrainingQuestion.NO_FACT),
                    memory.similarities(asked.comparison(), Circumstances.UNKNOWN)));
        }
    }

    @Override
    public int count() {
        return candidates.size();
    }

    @Override
    public TrainingQuestion draw(int index, SplittableRandom random) {
        Candidate candidate = candidates.get(index);
        Circumstances told = new Circumstances(
                random.nextDouble() < STATE_TOLD ? candidate.text().state() : "",
                random.nextDouble() < KIND_TOLD ? supposedKind(candidate.text(), random) : Optional.empty());
        boolean withheld = random.nextDouble() < WITHHELD;
        double alike = random.nextDouble() < REWORDED ? random.nextDouble(LEAST_ALIKE, MOST_ALIKE) : IDENTICAL;
        double[] similarities = candidate.similarities().clone();
        Comparison comparison = candidate.comparison();
        for (int at = 0; at < comparison.facts().length; at++) {
            memory.writeCircumstances(comparison, at, told, similarities);
        }
        Boolean hesitates =
                candidate.text().kind().map(Fact.Kind.HESITATION::equals).orElse(null);
        int fact = candidate.fact();
        if (fact == TrainingQuestion.NO_FACT || withheld) {
            return new TrainingQuestion(
                    comparison.place(),
                    comparison.facts(),
                    similarities,
                    TrainingQuestion.NO_FACT,
                    fact,
                    null,
                    hesitates);
        }
        IntPredicate keep = known(comparison, comparison.at(fact), alike);
        memory.writeSimilarities(comparison, comparison.at(fact), told, keep, similarities);
        return new TrainingQuestion(
                comparison.place(),
                comparison.facts(),
                similarities,
                fact,
                TrainingQuestion.NO_FACT,
                memory.input(comparison, comparison.at(fact), keep),
                hesitates);
    }

    /**
     * The kind a text is taken for. What neither asks nor doubts gets here only if somebody took it for either, so it must
     * not be told from the others by having no kind.
     */
    private static Optional<Fact.Kind> supposedKind(LabelledText text, SplittableRandom random) {
        Fact.Kind supposed = random.nextBoolean() ? Fact.Kind.QUESTION : Fact.Kind.HESITATION;
        return text.kind().or(() -> Optional.of(supposed));
    }

    /**
     * The askings of a question's fact that it is told to know: those not worded alike, or at least not the same. Where the
     * fact has no other, its own stays: that nothing like the right fact's asking is known would teach to prefer facts whose
     * askings are unlike.
     */
    private static IntPredicate known(Comparison comparison, int at, double alike) {
        return Stream.of(unlike(comparison, alike), unlike(comparison, IDENTICAL))
                .filter(keep -> IntStream.range(
                                comparison.firstAsking()[at], comparison.firstAsking()[at + 1])
                        .anyMatch(keep))
                .findFirst()
                .orElse(asking -> true);
    }

    /** The askings that are not worded alike: neither their encodings nor their very words come that close. */
    static IntPredicate unlike(Comparison comparison, double alike) {
        return asking -> comparison.askings()[asking] < alike && comparison.wordings()[asking] < alike;
    }
}
