package io.parley.qa.recall;

import io.parley.campaign.Fact;
import io.parley.neural.jobs.ProgressListener;
import io.parley.neural.jobs.Step;
import io.parley.neural.jobs.TrainingThreads;
import io.parley.neural.nd4j.Nd4jSetUp;
import io.parley.neural.sampling.Evenly;
import io.parley.qa.memory.MemoryModel;
import io.parley.qa.memory.MemoryTrainer;
import io.parley.qa.memory.NetworkShape;
import io.parley.qa.memory.TrainingSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Trains an answer model. The same facts, texts, settings and seed give the same model, to the byte, on one kind of
 * machine.
 */
public final class AnswerTrainer {

    /** This part of the questions is kept from the network to calibrate with. */
    private static final int KEPT_PART = 0;

    /** What comes this close to an asking is not small talk in this campaign. */
    private static final double ASKED_HERE = 0.75;

    /** Thousands of facts have tens of thousands of askings; the network learns to choose from fewer. */
    private static final int MOST_QUESTIONS = 12_000;

    // Shares of the time that lie behind after a phase.
    private static final double ENCODED = 0.3;
    private static final double COMPARED = 0.6;
    private static final double TRAINED = 0.95;

    private final PhraseEncoder encoder;
    private final TrainingSettings settings;
    private final long seed;

    public AnswerTrainer(PhraseEncoder encoder, TrainingSettings settings, long seed) {
        this.encoder = encoder;
        this.settings = settings;
        this.seed = seed;
    }

    /**
     * Trains.
     *
     * @param facts at least one, each id once
     * @param texts what was said; those with a fact become askings of it
     */
    public AnswerModel train(List<Fact> facts, List<LabelledText> texts, ProgressListener progress) {
        Nd4jSetUp.prepare();
        progress.reached("encoding", 0);
        FactMemory plain = remember(facts, texts);
        progress.reached("comparing", ENCODED);
        List<Asked> compared = compared(plain, texts);
        int[] parts = WordingFolds.of(compared);
        ImprintLearner.Learned learned = new ImprintLearner(plain, seed).learn(compared, parts);
        FactMemory memory = plain.with(learned.facts());
        List<Asked> taught = new ArrayList<>();
        List<Asked> kept = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            (parts[i] == KEPT_PART ? kept : taught).add(learned.asked().get(i));
        }
        NetworkShape shape = settings.shape(encoder.dimensions(), Similarity.values().length);
        ProgressListener training = progress.part(COMPARED, TRAINED);
        MemoryModel network = new MemoryTrainer(settings, Similarity.prior(), seed)
                .train(
                        shape,
                        memory.inputs(),
                        new MemoryQuestions(memory, taught),
                        (epoch, loss) -> training.reached(new Step(
                                "training", epoch / (double) settings.epochs(), epoch, settings.epochs(), loss, 0)));
        AnswerModel raw = new AnswerModel(network, memory, Calibration.NONE);
        progress.reached("calibrating", TRAINED);
        return raw.calibrated(new Calibrator(raw).fit(kept));
    }

    /** A network that has learned nothing before the facts: it ranks by similarity. */
    public AnswerModel untrained(List<Fact> facts) {
        FactMemory memory = remember(facts, List.of());
        NetworkShape shape = settings.shape(encoder.dimensions(), Similarity.values().length);
        MemoryModel network = new MemoryTrainer(settings, Similarity.prior(), seed).untrained(shape);
        return new AnswerModel(network, memory, Calibration.NONE);
    }

    private FactMemory remember(List<Fact> facts, List<LabelledText> texts) {
        Map<String, List<String>> further = new LinkedHashMap<>();
        for (LabelledText text : texts) {
            text.fact()
                    .ifPresent(fact -> further.computeIfAbsent(fact, it -> new ArrayList<>())
                            .add(text.text()));
        }
        List<KnownFact> known = facts.stream()
                .map(fact -> KnownFact.of(fact, further.getOrDefault(fact.id(), List.of())))
                .toList();
        Set<String> askings = new LinkedHashSet<>();
        known.forEach(fact -> askings.addAll(fact.askings()));
        Set<String> all = new LinkedHashSet<>(askings);
        known.forEach(fact -> all.add(fact.gist()));
        texts.forEach(text -> all.add(text.text()));
        all.addAll(SmallTalk.lines());
        Encodings encodings = Encodings.encode(encoder, all);
        List<float[]> vectors =
                (askings.isEmpty() ? all : askings).stream().map(encodings::of).toList();
        return new FactMemory(
                known,
                encodings,
                Centre.of(vectors, encoder.dimensions(), encoder.part()),
                LearnedFacts.none(encoder.dimensions()));
    }

    /** Every asking that no labelled text brought, the texts but for those with a fact that is not there, and small talk. */
    private static List<Asked> compared(FactMemory memory, List<LabelledText> texts) {
        Set<String> said = new HashSet<>();
        texts.forEach(text -> said.add(text.text()));
        List<LabelledText> questions = new ArrayList<>();
        for (KnownFact fact : memory.facts()) {
            for (String asking : fact.askings()) {
                if (said.add(asking)) {
                    questions.add(new LabelledText(0, asking, "", Optional.of(fact.id()), Optional.of(fact.kind())));
                }
            }
        }
        texts.stream()
                .filter(text -> text.fact().isEmpty()
                        || text.fact().flatMap(memory::row).isPresent())
                .forEach(questions::add);
        List<LabelledText> smallTalk = SmallTalk.lines().stream()
                .filter(said::add)
                .map(line -> new LabelledText(0, line, "", Optional.empty(), Optional.empty()))
                .toList();
        List<Asked> asked = new ArrayList<>(compare(memory, Evenly.some(questions, MOST_QUESTIONS)));
        compare(memory, smallTalk).stream().filter(line -> !isAsking(line)).forEach(asked::add);
        return asked;
    }

    private static List<Asked> compare(FactMemory memory, List<LabelledText> texts) {
        return TrainingThreads.map(
                texts,
                text -> new Asked(text, memory.compare(text.text(), text.fact().flatMap(memory::row))));
    }

    private static boolean isAsking(Asked asked) {
        for (float cosine : asked.comparison().askings()) {
            if (cosine >= ASKED_HERE) {
                return true;
            }
        }
        return false;
    }
}
