package io.parley.qa.recall;

import io.parley.campaign.Fact;
import io.parley.neural.jobs.ProgressListener;
import io.parley.neural.nd4j.Nd4jSetUp;
import io.parley.qa.memory.MemoryModel;
import io.parley.qa.memory.MemoryTrainer;
import io.parley.qa.memory.NetworkShape;
import io.parley.qa.memory.TrainingSettings;
import java.util.ArrayList;
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

    /** Fewer questions than this say too little to calibrate with. */
    private static final int LEAST_TO_CALIBRATE = 20;

    /** Where nothing is held out, one question in this many is kept from training to calibrate with. */
    private static final int KEPT = 7;

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
     * @param heldOut never learned from; used to calibrate
     */
    public AnswerModel train(
            List<Fact> facts, List<LabelledText> texts, List<LabelledText> heldOut, ProgressListener progress) {
        Nd4jSetUp.prepare();
        progress.reached("encoding", 0, settings.epochs(), 0, 0);
        FactMemory memory = remember(facts, texts);
        List<LabelledText> questions = questions(memory, texts);
        boolean enoughHeldOut =
                heldOut.stream().filter(text -> text.fact().isPresent()).count() >= LEAST_TO_CALIBRATE;
        List<LabelledText> learned = new ArrayList<>();
        List<LabelledText> kept = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            (enoughHeldOut || i % KEPT != KEPT - 1 ? learned : kept).add(questions.get(i));
        }
        MemoryQuestions source = new MemoryQuestions(memory, learned);
        NetworkShape shape = settings.shape(encoder.dimensions(), Similarity.values().length);
        MemoryModel network = new MemoryTrainer(settings, Similarity.prior(), seed)
                .train(
                        shape,
                        memory.inputs(),
                        source,
                        (epoch, loss) -> progress.reached("training", epoch, settings.epochs(), loss, 0));
        AnswerModel raw = new AnswerModel(network, memory, Calibration.NONE);
        progress.reached("calibrating", settings.epochs(), settings.epochs(), 0, 0);
        return raw.calibrated(new Calibrator(raw).fit(enoughHeldOut ? heldOut : kept));
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
        Encodings encodings = Encodings.encode(encoder, all);
        List<float[]> vectors =
                (askings.isEmpty() ? all : askings).stream().map(encodings::of).toList();
        return new FactMemory(known, encodings, Centre.of(vectors, encoder.dimensions(), encoder.part()));
    }

    /** Every asking that no labelled text brought, then the texts. */
    private static List<LabelledText> questions(FactMemory memory, List<LabelledText> texts) {
        Set<String> said = new LinkedHashSet<>();
        texts.forEach(text -> said.add(text.text()));
        List<LabelledText> questions = new ArrayList<>();
        for (KnownFact fact : memory.facts()) {
            for (String asking : fact.askings()) {
                if (!said.contains(asking)) {
                    questions.add(new LabelledText(0, asking, "", Optional.of(fact.id()), Optional.of(fact.kind())));
                }
            }
        }
        questions.addAll(texts);
        return questions;
    }
}
