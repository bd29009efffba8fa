package io.parley.speech.sphinx;

import edu.cmu.sphinx.linguist.dictionary.Dictionary;
import edu.cmu.sphinx.linguist.dictionary.Word;
import edu.cmu.sphinx.util.props.PropertySheet;
import org.jspecify.annotations.Nullable;

/** A dictionary that Sphinx4 asks by spelling, sentence marks too, and that needs none of its configuration. */
abstract class SpelledDictionary implements Dictionary {

    @Override
    public final @Nullable Word getSentenceStartWord() {
        return getWord(SENTENCE_START_SPELLING);
    }

    @Override
    public final @Nullable Word getSentenceEndWord() {
        return getWord(SENTENCE_END_SPELLING);
    }

    @Override
    public final @Nullable Word getSilenceWord() {
        return getWord(SILENCE_SPELLING);
    }

    @Override
    public final void allocate() {}

    @Override
    public final void deallocate() {}

    @Override
    public final void newProperties(PropertySheet sheet) {}
}
