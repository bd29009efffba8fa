package io.parley.speech.sphinx;

import edu.cmu.sphinx.linguist.WordSequence;
import edu.cmu.sphinx.linguist.dictionary.Pronunciation;
import edu.cmu.sphinx.linguist.dictionary.Word;
import edu.cmu.sphinx.linguist.language.ngram.trie.NgramTrieModel;
import edu.cmu.sphinx.util.LogMath;
import io.parley.speech.language.Lexicon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The trigram model of general English that comes with the acoustic model: what people say in words a campaign does not
 * have. Read at first use, some 30 MB. Thread-safe.
 */
final class EverydayEnglish {
    private static final String MODEL = "/edu/cmu/sphinx/models/en-us/en-us.lm.bin";
    private static final int LENGTH = 3;

    /** Neither abbreviations nor the marks of sentences. */
    private static final Pattern WORD = Pattern.compile("[a-z']+");

    /** Few, since whoever asks remembers the answers. */
    private static final int REMEMBERED = 1_000;

    private final Map<String, Word> words = new HashMap<>();
    private final NgramTrieModel model;
    private final List<String> byFrequency;

    private EverydayEnglish() {
        model = new NgramTrieModel(
                "",
                Objects.requireNonNull(EverydayEnglish.class.getResource(MODEL)),
                null,
                REMEMBERED,
                false,
                LENGTH,
                new Spellings(),
                false,
                1,
                1,
                1);
        try {
            model.allocate();
        } catch (IOException e) {
            throw new UncheckedIOException("the model of general English cannot be read from the class path", e);
        }
        Map<String, Float> frequencies = new HashMap<>();
        words.forEach((spelling, word) -> frequencies.put(spelling, model.getProbability(new WordSequence(word))));
        byFrequency = frequencies.keySet().stream()
                .filter(spelling -> WORD.matcher(spelling).matches())
                .sorted(Comparator.<String, Float>comparing(frequencies::get)
                        .reversed()
                        .thenComparing(spelling -> spelling))
                .toList();
    }

    /** The one model. */
    static EverydayEnglish model() {
        return Holder.ENGLISH;
    }

    /** The words that are said most often, the most frequent first. */
    List<String> commonWords(int atMost) {
        return byFrequency.subList(0, Math.min(atMost, byFrequency.size()));
    }

    /**
     * How likely the last word is after the ones before it; those the model does not know, and all before them, are left out.
     *
     * @param sequence at most three words
     * @return in [0, 1); 0 for a word the model does not know
     */
    synchronized double probability(WordSequence sequence) {
        int first = sequence.size();
        while (first > 0 && words.containsKey(sequence.getWord(first - 1).getSpelling())) {
            first--;
        }
        if (first == sequence.size()) {
            return 0;
        }
        Word[] known = new Word[sequence.size() - first];
        for (int i = 0; i < known.length; i++) {
            known[i] = words.get(sequence.getWord(first + i).getSpelling());
        }
        return LogMath.getLogMath().logToLinear(model.getProbability(new WordSequence(known)));
    }

    private static final class Holder {
        static final EverydayEnglish ENGLISH = new EverydayEnglish();
    }

    /** Every word that the lexicon has, without how it sounds: the model asks for spellings only. */
    private final class Spellings extends SpelledDictionary {
        @Override
        public @Nullable Word getWord(String text) {
            return text.startsWith("<") || Lexicon.english().knows(text)
                    ? words.computeIfAbsent(text, unseen -> new Word(text, new Pronunciation[0], false))
                    : null;
        }

        @Override
        public Word[] getFillerWords() {
            return new Word[0];
        }
    }
}
