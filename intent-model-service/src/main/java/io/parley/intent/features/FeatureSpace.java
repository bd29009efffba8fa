package io.parley.intent.features;

import io.parley.contracts.model.PastTurn;
import io.parley.contracts.privacy.MaskedText;
import io.parley.neural.encoder.TextEncoder;
import io.parley.neural.jobs.ProgressListener;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Turns situations into numbers the same way in training and in serving. Part of a model; immutable and thread-safe.
 *
 * <p>The wide features are numbered: first the current state (one-hot), then the allowed next states (multi-hot), then
 * what the text contains ({@link Mentions}), then words, pairs of words, parts of words and crosses of the state with
 * words and pairs. A text's words are divided by the root of their number, so that long texts do not shout. What was said is
 * read with its typing errors mended ({@link KnownWords}).
 */
public final class FeatureSpace {

    /** Unit vectors have small entries; scaled so, they weigh like the other inputs. */
    public static final float SENTENCE_SCALE = 4;

    private final TextReader reader;
    private final FeatureSettings settings;
    private final Vocabulary states;
    private final Vocabulary labels;
    private final SlotLexicon lexicon;
    private final Mentions mentions;
    private final Vocabulary mentioned;
    private final Vocabulary vocabulary;
    private final KnownWords knownWords;

    private FeatureSpace(
            FeatureSettings settings,
            List<String> states,
            List<String> labels,
            SlotLexicon lexicon,
            Vocabulary mentioned,
            Vocabulary vocabulary,
            KnownWords knownWords,
            Projections projections) {
        this.reader = new TextReader(settings, projections, vocabulary);
        this.settings = settings;
        this.states = new Vocabulary(states);
        this.labels = new Vocabulary(labels);
        this.lexicon = lexicon;
        this.mentions = new Mentions(lexicon, settings.history() > 0);
        this.mentioned = mentioned;
        this.vocabulary = vocabulary;
        this.knownWords = knownWords;
    }

    /**
     * Learns the features that these situations need.
     *
     * @param states every state there is
     * @param labels every label there is
     * @param seed decides where the search for the projections starts
     * @param progress of encoding some of their texts
     */
    public static FeatureSpace learn(
            FeatureSettings settings,
            List<String> states,
            List<String> labels,
            SlotLexicon lexicon,
            Collection<Situation> all,
            long seed,
            ProgressListener progress) {
        List<Situation> situations = all.stream().map(settings::seen).toList();
        Set<String> texts = new LinkedHashSet<>();
        situations.forEach(situation -> texts.add(situation.text().value()));
        Mentions mentions = new Mentions(lexicon, settings.history() > 0);
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
                new Vocabulary(settings.sees(InputPart.WIDE) ? WideFeatures.choose(situations, settings) : List.of()),
                KnownWords.of(texts, common(settings)),
                Projections.learn(settings, texts, seed, progress));
    }

    /**
     * The very features of a stored model.
     *
     * @param numbers its numbers by name; those that {@link #owns} tells are read
     * @throws IllegalArgumentException if some are missing or do not fit each other
     */
    public static FeatureSpace restore(
            FeatureSettings settings,
            List<String> states,
            List<String> labels,
            SlotLexicon lexicon,
            List<String> mentioned,
            List<String> vocabulary,
            List<String> words,
            Map<String, float[]> numbers) {
        return new FeatureSpace(
                settings,
                states,
                labels,
                lexicon,
                new Vocabulary(mentioned),
                new Vocabulary(vocabulary),
                new KnownWords(words, common(settings)),
                Projections.restore(settings, numbers));
    }

    /** Its numbers by name, as {@link #restore} takes them. */
    public Map<String, float[]> numbers() {
        return reader.projections().blocks();
    }

    /** Whether numbers of that name belong to the features, not to the network. */
    public static boolean owns(String name) {
        return Projections.owns(name);
    }

    public FeatureSettings settings() {
        return settings;
    }

    public List<String> states() {
        return states.names();
    }

    public List<String> labels() {
        return labels.names();
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

    /** The words it has read in training, by which mistyped ones are mended; the most frequent first. */
    public List<String> words() {
        return knownWords.words();
    }

    private static Predicate<String> common(FeatureSettings settings) {
        return TextEncoder.shared(settings.encoders().getFirst())::isWord;
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
        return reader.sentenceSize();
    }

    /** Length of the vector of one turn. */
    public int turnSize() {
        return Projections.TURN_WIDTH + states.size();
    }

    /** The number of a label, or -1 where the model does not know it. */
    public int label(String label) {
        return labels.number(label);
    }

    /** The numbers of the labels that the model knows, in order; empty if it knows none. */
    public int[] places(List<String> some) {
        return labels.numbersOf(some);
    }

    /** A wide feature in words: {@code state ask-name × word 'yes'}. */
    public String describe(int wide) {
        if (wide < states.size()) {
            return "state " + states.name(wide);
        }
        if (wide < states.size() + labels.size()) {
            return "allowed " + labels.name(wide - states.size());
        }
        if (wide < situationSize()) {
            return mentioned.name(wide - states.size() - labels.size());
        }
        return WideFeatures.describe(vocabulary.name(wide - situationSize()));
    }

    /** What was said as numbers, which is the same in every state. */
    public TextVectors text(String text) {
        return reader.text(knownWords.mended(text));
    }

    /** Among which labels one is chosen where these may follow: all of them where that is not seen. */
    public List<String> choice(List<String> allowed) {
        return settings.sees(InputPart.MASK) ? allowed : List.of();
    }

    /** A situation as numbers. */
    public Features of(Situation situation) {
        return of(situation, text(situation.text().value()), said -> reader.turn(knownWords.mended(said)));
    }

    /**
     * A situation as numbers.
     *
     * @param text what {@link #text} gave for its words
     * @param earlier what {@link TextVectors#turn()} is for the words of earlier turns
     */
    public Features of(Situation situated, TextVectors text, Function<String, float[]> earlier) {
        Situation situation = settings.seen(situated);
        int[] allowed = places(situation.allowed());
        Wide wide = wide(situation, text, allowed);
        return new Features(wide.active(), wide.values(), text, allowed, turns(situation, text, earlier));
    }

    private Wide wide(Situation situation, TextVectors text, int[] allowed) {
        int state = states.number(situation.state());
        int[] here = state < 0 ? new int[0] : new int[] {state};
        int[] contents = mentioned.numbersOf(mentions.of(situation.saying(new MaskedText(text.read()))));
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
     * {@code [(history + 1) × turnSize]}: earlier turns and, last, this one, each its shortened encoding and its state;
     * zeros where the conversation is younger. Empty where the model does not look back.
     */
    private float[] turns(Situation situation, TextVectors text, Function<String, float[]> earlier) {
        int steps = turns();
        float[] turns = new float[steps * turnSize()];
        if (steps == 0) {
            return turns;
        }
        List<PastTurn> history = situation.history();
        int count = Math.min(settings.history(), history.size());
        for (int i = 0; i < count; i++) {
            PastTurn turn = history.get(history.size() - count + i);
            writeTurn(turns, steps - 1 - count + i, earlier.apply(turn.text().value()), turn.state());
        }
        writeTurn(turns, steps - 1, text.turn(), situation.state());
        return turns;
    }

    private void writeTurn(float[] turns, int step, float[] said, String state) {
        int offset = step * turnSize();
        System.arraycopy(said, 0, turns, offset, said.length);
        int number = states.number(state);
        if (number >= 0) {
            turns[offset + said.length + number] = 1;
        }
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
