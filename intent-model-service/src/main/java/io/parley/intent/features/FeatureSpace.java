package io.parley.intent.features;

import io.parley.contracts.model.PastTurn;
import io.parley.neural.encoder.Encoding;
import io.parley.neural.encoder.Pretrained;
import io.parley.neural.encoder.TextEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Turns situations into numbers the same way in training and in serving. Part of a model; immutable and thread-safe.
 *
 * <p>The wide features are numbered: first the current state (one-hot), then the allowed next states (multi-hot), then
 * what the text contains ({@link Mentions}), then words, pairs of words, parts of words and crosses of the state with
 * words and pairs. A text's words are divided by the root of their number, so that long texts do not shout.
 */
public final class FeatureSpace {

    /** Unit vectors have small entries; scaled so, they weigh like the other inputs. */
    public static final float SENTENCE_SCALE = 4;

    /** The first encoder knows most; more of the others costs where there are few examples. */
    private static final float OTHER_ENCODERS = 0.5f;

    private static final int DIM = Pretrained.DIMENSIONS;

    private final List<TextEncoder> encoders;
    private final FeatureSettings settings;
    private final List<String> states;
    private final List<String> labels;
    private final Map<String, Integer> stateNumbers;
    private final Map<String, Integer> labelNumbers;
    private final SlotLexicon lexicon;
    private final Mentions mentions;
    private final Vocabulary mentioned;
    private final Vocabulary vocabulary;
    private final Projection projection;

    private FeatureSpace(
            FeatureSettings settings,
            List<String> states,
            List<String> labels,
            SlotLexicon lexicon,
            Vocabulary mentioned,
            Vocabulary vocabulary,
            Projection projection) {
        this.encoders = settings.encoders().stream().map(TextEncoder::shared).toList();
        this.settings = settings;
        this.states = List.copyOf(states);
        this.labels = List.copyOf(labels);
        this.stateNumbers = numbered(states);
        this.labelNumbers = numbered(labels);
        this.lexicon = lexicon;
        this.mentions = new Mentions(lexicon);
        this.mentioned = mentioned;
        this.vocabulary = vocabulary;
        this.projection = projection;
    }

    /**
     * Learns the features that these situations need.
     *
     * @param states every state there is
     * @param labels every label there is
     * @param seed decides where the search for the projection starts
     */
    public static FeatureSpace learn(
            FeatureSettings settings,
            List<String> states,
            List<String> labels,
            SlotLexicon lexicon,
            Collection<Situation> situations,
            long seed) {
        TextEncoder encoder = TextEncoder.shared(settings.encoders().getFirst());
        Set<String> texts = new LinkedHashSet<>();
        situations.forEach(situation -> texts.add(situation.text().value()));
        int stride = Math.max(1, texts.size() / settings.projectionSample());
        List<Encoding> sample = new ArrayList<>();
        int seen = 0;
        for (String text : texts) {
            if (seen++ % stride == 0) {
                sample.add(encoder.encode(text));
            }
        }
        Mentions mentions = new Mentions(lexicon);
        List<String> mentioned = situations.stream()
                .flatMap(situation -> mentions.of(situation).stream())
                .distinct()
                .sorted()
                .toList();
        return new FeatureSpace(
                settings,
                states,
                labels,
                lexicon,
                new Vocabulary(mentioned),
                new Vocabulary(WideFeatures.choose(situations, settings)),
                Projection.of(sample, settings.projection(), seed));
    }

    /**
     * The very features of a stored model.
     *
     * @param mean of its projection
     * @param components of its projection
     * @throws IllegalArgumentException if they do not fit each other
     */
    public static FeatureSpace restore(
            FeatureSettings settings,
            List<String> states,
            List<String> labels,
            SlotLexicon lexicon,
            List<String> mentioned,
            List<String> vocabulary,
            float[] mean,
            float[] components) {
        if (mean.length != DIM || components.length != DIM * settings.projection()) {
            throw new IllegalArgumentException("a projection of " + mean.length + " and " + components.length
                    + " numbers does not fit " + DIM + " × " + settings.projection());
        }
        return new FeatureSpace(
                settings,
                states,
                labels,
                lexicon,
                new Vocabulary(mentioned),
                new Vocabulary(vocabulary),
                new Projection(mean, components));
    }

    public FeatureSettings settings() {
        return settings;
    }

    public List<String> states() {
        return states;
    }

    public List<String> labels() {
        return labels;
    }

    public SlotLexicon lexicon() {
        return lexicon;
    }

    /** What of {@link Mentions} occurs in training. */
    public List<String> mentioned() {
        return mentioned.names();
    }

    public List<String> vocabulary() {
        return vocabulary.names();
    }

    /** {@code [dim]}. */
    public float[] projectionMean() {
        return projection.mean();
    }

    /** {@code [dim × width]}. */
    public float[] projectionComponents() {
        return projection.components();
    }

    /** How many of the wide features are few and telling enough for the deep part too; they come first. */
    public int situationSize() {
        return states.size() + labels.size() + mentioned.size();
    }

    /** How many wide features there are. */
    public int wideSize() {
        return situationSize() + vocabulary.size();
    }

    /** How many turns the network reads, this one included; 0 where it does not look back. */
    public int turns() {
        return settings.history() == 0 ? 0 : settings.history() + 1;
    }

    /** Length of the vector of a whole text. */
    public int sentenceSize() {
        return DIM * encoders.size();
    }

    /** Length of the vector of one turn. */
    public int turnSize() {
        return sentenceSize() + states.size();
    }

    /** The number of a label, or -1 where the model does not know it. */
    public int label(String label) {
        return labelNumbers.getOrDefault(label, -1);
    }

    /** The numbers of the labels that the model knows, in order; empty if it knows none. */
    public int[] places(List<String> labels) {
        return labels.stream()
                .mapToInt(this::label)
                .filter(number -> number >= 0)
                .distinct()
                .sorted()
                .toArray();
    }

    /** A wide feature in words: {@code state ask-name × word 'yes'}. */
    public String describe(int wide) {
        if (wide < states.size()) {
            return "state " + states.get(wide);
        }
        if (wide < states.size() + labels.size()) {
            return "allowed " + labels.get(wide - states.size());
        }
        if (wide < situationSize()) {
            return mentioned.name(wide - states.size() - labels.size());
        }
        return WideFeatures.describe(vocabulary.name(wide - situationSize()));
    }

    /** What was said as numbers, which is the same in every state. */
    public TextVectors text(String text) {
        List<Supplier<float[]>> others = others(text);
        Encoding encoding = encoders.getFirst().encode(text);
        return new TextVectors(
                sentence(encoding.sentence(), others),
                projection.project(encoding, settings.longest()),
                vocabulary.numbersOf(WideFeatures.plain(text)),
                WideFeatures.terms(text));
    }

    /** What all encoders but the first make of a text, each begun where a core is idle. */
    private List<Supplier<float[]>> others(String text) {
        return encoders.stream()
                .skip(1)
                .map(encoder -> encoder.beginSentence(text))
                .toList();
    }

    /**
     * @param first {@code [dim]}, what the first encoder makes of it
     * @param others what the others make of it
     */
    private float[] sentence(float[] first, List<Supplier<float[]>> others) {
        float[] sentence = Arrays.copyOf(first, sentenceSize());
        for (int i = 0; i < others.size(); i++) {
            float[] part = others.get(i).get();
            for (int d = 0; d < DIM; d++) {
                sentence[(i + 1) * DIM + d] = OTHER_ENCODERS * part[d];
            }
        }
        return sentence;
    }

    /** A situation as numbers. */
    public Features of(Situation situation) {
        return of(situation, text(situation.text().value()));
    }

    /**
     * A situation as numbers.
     *
     * @param text what {@link #text} gave for its words
     */
    public Features of(Situation situation, TextVectors text) {
        int[] allowed = places(situation.allowed());
        Wide wide = wide(situation, text, allowed);
        return new Features(wide.active(), wide.values(), text, allowed, turns(situation, text));
    }

    private Wide wide(Situation situation, TextVectors text, int[] allowed) {
        int state = stateNumbers.getOrDefault(situation.state(), -1);
        int[] here = state < 0 ? new int[0] : new int[] {state};
        int[] contents = mentioned.numbersOf(mentions.of(situation));
        int[] plain = text.plain();
        int[] crosses = vocabulary.numbersOf(text.terms().stream()
                .map(term -> WideFeatures.cross(situation.state(), term))
                .toList());
        int words = plain.length + crosses.length;
        int count = here.length + allowed.length + contents.length + words;
        Wide wide = new Wide(new int[count], new float[count]);
        int at = wide.put(0, here, 0, 1);
        at = wide.put(at, allowed, states.size(), 1 / Math.sqrt(Math.max(1, allowed.length)));
        at = wide.put(at, contents, states.size() + labels.size(), 1);
        double share = 1 / Math.sqrt(Math.max(1, words));
        at = wide.put(at, plain, situationSize(), share);
        wide.put(at, crosses, situationSize(), share);
        return wide;
    }

    /**
     * {@code [(history + 1) × turnSize]}: earlier turns and, last, this one, each its encoding and its state; zeros where
     * the conversation is younger. Empty where the model does not look back.
     */
    private float[] turns(Situation situation, TextVectors text) {
        int steps = turns();
        float[] turns = new float[steps * turnSize()];
        if (steps == 0) {
            return turns;
        }
        List<PastTurn> history = situation.history();
        int count = Math.min(settings.history(), history.size());
        for (int i = 0; i < count; i++) {
            PastTurn turn = history.get(history.size() - count + i);
            String said = turn.text().value();
            List<Supplier<float[]>> others = others(said);
            float[] sentence = sentence(encoders.getFirst().sentence(said), others);
            writeTurn(turns, steps - 1 - count + i, sentence, turn.state());
        }
        writeTurn(turns, steps - 1, text.sentence(), situation.state());
        return turns;
    }

    private void writeTurn(float[] turns, int step, float[] sentence, String state) {
        int offset = step * turnSize();
        for (int d = 0; d < sentence.length; d++) {
            turns[offset + d] = SENTENCE_SCALE * sentence[d];
        }
        int number = stateNumbers.getOrDefault(state, -1);
        if (number >= 0) {
            turns[offset + sentence.length + number] = 1;
        }
    }

    private static Map<String, Integer> numbered(List<String> names) {
        Map<String, Integer> numbers = HashMap.newHashMap(names.size());
        for (int i = 0; i < names.size(); i++) {
            numbers.put(names.get(i), i);
        }
        return numbers;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, never seen outside
    private record Wide(int[] active, float[] values) {

        int put(int at, int[] numbers, int offset, double value) {
            for (int i = 0; i < numbers.length; i++) {
                active[at + i] = offset + numbers[i];
                values[at + i] = (float) value;
            }
            return at + numbers.length;
        }
    }
}
