package io.parley.qa.recall;

import io.parley.campaign.Fact;
import io.parley.qa.memory.EncodedFacts;
import io.parley.qa.memory.MemoryModel;
import io.parley.qa.memory.Recollection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A trained network before the facts of a campaign. Immutable and thread-safe. */
public final class AnswerModel {

    private final MemoryModel network;
    private final FactMemory memory;
    private final Calibration calibration;
    private final EncodedFacts encoded;

    AnswerModel(MemoryModel network, FactMemory memory, Calibration calibration) {
        this.network = network;
        this.memory = memory;
        this.calibration = calibration;
        this.encoded = network.encode(memory.inputs());
    }

    /**
     * The same network before other facts, such as one that was added a second ago. Nothing is trained; texts that this
     * model does not know are encoded.
     */
    public AnswerModel withFacts(List<KnownFact> facts) {
        Encodings encodings = memory.encodings()
                .including(facts.stream().flatMap(KnownFact::texts).toList());
        return new AnswerModel(
                network, new FactMemory(facts, encodings, memory.centre(), memory.learned()), calibration);
    }

    AnswerModel calibrated(Calibration better) {
        return new AnswerModel(network, memory, better);
    }

    public List<KnownFact> facts() {
        return memory.facts();
    }

    public Calibration calibration() {
        return calibration;
    }

    MemoryModel network() {
        return network;
    }

    FactMemory memory() {
        return memory;
    }

    /**
     * Recalls.
     *
     * @param text what the customer said
     */
    public Answer answer(String text, Circumstances circumstances) {
        if (memory.facts().isEmpty()) {
            return new Answer(List.of(), 1, calibration.noFactAt(), Fact.Kind.QUESTION, 0.5);
        }
        Comparison comparison = memory.compare(text);
        double[] similarities = memory.similarities(comparison, circumstances);
        Recollection recollection = recollect(comparison, similarities);
        double noFact = calibration.noFact(recollection.doubt());
        double[] choice = calibration.choice(recollection.logits());
        List<Recalled> recalled = IntStream.range(0, choice.length)
                .boxed()
                // Facts alike to the last bit keep the campaign's order.
                .sorted(Comparator.comparingDouble(at -> -recollection.logits()[at]))
                .map(at -> recalled(at, choice[at] * (1 - noFact), recollection, similarities, comparison))
                .toList();
        double hesitates = 1 / (1 + StrictMath.exp(-recollection.hesitation()));
        return new Answer(
                recalled,
                noFact,
                calibration.noFactAt(),
                hesitates > 0.5 ? Fact.Kind.HESITATION : Fact.Kind.QUESTION,
                Math.max(hesitates, 1 - hesitates));
    }

    /** The network's raw word on a text: what calibration is fitted on. */
    Recollection recollect(Comparison comparison, double[] similarities) {
        boolean all = comparison.facts().length == encoded.count();
        return network.recall(all ? encoded : encoded.only(comparison.facts()), comparison.place(), similarities);
    }

    /** The same as if one of the facts compared, the one at that place, were not there; another must be. */
    Recollection recollectWithout(Comparison comparison, double[] similarities, int at) {
        int s = Similarity.values().length;
        int[] rows = IntStream.range(0, comparison.facts().length)
                .filter(i -> i != at)
                .map(i -> comparison.facts()[i])
                .toArray();
        double[] others = new double[rows.length * s];
        System.arraycopy(similarities, 0, others, 0, at * s);
        System.arraycopy(similarities, (at + 1) * s, others, at * s, others.length - at * s);
        return network.recall(encoded.only(rows), comparison.place(), others);
    }

    private Recalled recalled(
            int at, double probability, Recollection recollection, double[] similarities, Comparison comparison) {
        List<Double> attention = new ArrayList<>();
        for (double[] hop : recollection.attention()) {
            attention.add(hop[at]);
        }
        Map<String, Double> alike = new LinkedHashMap<>();
        for (Similarity similarity : Similarity.values()) {
            alike.put(similarity.label(), similarities[at * Similarity.values().length + similarity.column()]);
        }
        return new Recalled(
                memory.facts().get(comparison.facts()[at]).id(),
                probability,
                attention,
                alike,
                memory.closestAsking(comparison, at).orElse(null));
    }
}
