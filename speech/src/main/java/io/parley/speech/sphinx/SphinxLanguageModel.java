package io.parley.speech.sphinx;

import edu.cmu.sphinx.linguist.WordSequence;
import edu.cmu.sphinx.linguist.dictionary.Word;
import edu.cmu.sphinx.linguist.language.ngram.LanguageModel;
import edu.cmu.sphinx.util.LogMath;
import edu.cmu.sphinx.util.props.PropertySheet;
import io.parley.speech.language.NgramModel;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A campaign's model and everyday English as Sphinx4 asks them, {@code P = s · P(campaign) + (1 - s) · P(English)}; of one
 * decoder, since it remembers what it was asked.
 */
final class SphinxLanguageModel implements LanguageModel {
    private static final int REMEMBERED = 50_000;

    /** Words of everyday English that can be heard besides the campaign's own. */
    private static final int COMMON_WORDS = 6_000;

    private static final double CAMPAIGN_SHARE = 0.75;

    private final NgramModel campaign;
    private final EverydayEnglish english = EverydayEnglish.model();
    private final Set<String> vocabulary = new LinkedHashSet<>();
    private final Map<Word, Known> known = new HashMap<>();
    private final Map<Long, Float> asked = new HashMap<>();

    /**
     * A word that can be heard.
     *
     * @param number names it here
     * @param ofCampaign names it in the campaign's model; -1 if that does not have it
     */
    private record Known(int number, int ofCampaign) {
        static final Known NONE = new Known(-1, -1);
    }

    SphinxLanguageModel(NgramModel campaign, SphinxDictionary dictionary) {
        this.campaign = campaign;
        campaign.words().forEach(spelling -> add(spelling, dictionary));
        english.commonWords(COMMON_WORDS).forEach(spelling -> add(spelling, dictionary));
    }

    private void add(String spelling, SphinxDictionary dictionary) {
        Word word = dictionary.getWord(spelling);
        if (word != null && vocabulary.add(spelling)) {
            known.put(word, new Known(known.size(), campaign.id(spelling)));
        }
    }

    @Override
    public float getProbability(WordSequence sequence) {
        int size = sequence.size();
        Known word = known(sequence, size - 1);
        if (word.number < 0) {
            return LogMath.LOG_ZERO;
        }
        Known last = known(sequence, size - 2);
        Known before = known(sequence, size - 3);
        long key = ((before.number + 1L) << 42) | ((last.number + 1L) << 21) | (word.number + 1L);
        Float remembered = asked.get(key);
        if (remembered != null) {
            return remembered;
        }
        double own =
                word.ofCampaign < 0 ? 0 : campaign.probability(before.ofCampaign, last.ofCampaign, word.ofCampaign);
        double mixed = CAMPAIGN_SHARE * own + (1 - CAMPAIGN_SHARE) * english.probability(sequence);
        float log = LogMath.getLogMath().linearToLog(mixed);
        if (asked.size() >= REMEMBERED) {
            asked.clear();
        }
        asked.put(key, log);
        return log;
    }

    private Known known(WordSequence sequence, int at) {
        return at < 0 ? Known.NONE : known.getOrDefault(sequence.getWord(at), Known.NONE);
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
