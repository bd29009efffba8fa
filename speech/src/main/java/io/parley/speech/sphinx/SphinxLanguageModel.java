package io.parley.speech.sphinx;

import edu.cmu.sphinx.linguist.WordSequence;
import edu.cmu.sphinx.linguist.dictionary.Word;
import edu.cmu.sphinx.linguist.language.ngram.LanguageModel;
import edu.cmu.sphinx.util.LogMath;
import edu.cmu.sphinx.util.props.PropertySheet;
import io.parley.speech.language.NgramModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A model of ours as Sphinx4 asks it; of one decoder, since it remembers what it was asked. */
final class SphinxLanguageModel implements LanguageModel {
    private static final int REMEMBERED = 200_000;

    private final NgramModel model;
    private final Set<String> vocabulary = new HashSet<>();
    private final Map<Word, Integer> ids = new HashMap<>();
    private final Map<Long, Float> asked = new HashMap<>();

    SphinxLanguageModel(NgramModel model, SphinxDictionary dictionary) {
        this.model = model;
        for (String spelling : model.words()) {
            Word word = dictionary.getWord(spelling);
            if (word != null) {
                vocabulary.add(spelling);
                ids.put(word, model.id(spelling));
            }
        }
    }

    @Override
    public float getProbability(WordSequence sequence) {
        int size = sequence.size();
        int word = id(sequence, size - 1);
        int last = id(sequence, size - 2);
        int before = id(sequence, size - 3);
        if (word < 0) {
            return LogMath.LOG_ZERO;
        }
        long key = ((before + 1L) << 42) | ((last + 1L) << 21) | (word + 1L);
        Float known = asked.get(key);
        if (known != null) {
            return known;
        }
        float log = LogMath.getLogMath().linearToLog(model.probability(before, last, word));
        if (asked.size() >= REMEMBERED) {
            asked.clear();
        }
        asked.put(key, log);
        return log;
    }

    private int id(WordSequence sequence, int at) {
        return at < 0 ? -1 : ids.getOrDefault(sequence.getWord(at), -1);
    }

    @Override
    public float getSmear(WordSequence sequence) {
        return 0;
    }

    @Override
    public Set<String> getVocabulary() {
        return vocabulary;
    }

    @Override
    public int getMaxDepth() {
        return 3;
    }

    @Override
    public void onUtteranceEnd() {}

    @Override
    public void allocate() {}

    @Override
    public void deallocate() {}

    @Override
    public void newProperties(PropertySheet sheet) {}
}
