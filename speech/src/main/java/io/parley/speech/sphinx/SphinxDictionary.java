package io.parley.speech.sphinx;

import edu.cmu.sphinx.linguist.acoustic.Context;
import edu.cmu.sphinx.linguist.acoustic.Unit;
import edu.cmu.sphinx.linguist.acoustic.UnitManager;
import edu.cmu.sphinx.linguist.dictionary.Pronunciation;
import edu.cmu.sphinx.linguist.dictionary.Word;
import io.parley.speech.language.Lexicon;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lexicon as Sphinx4 wants it; of one decoder. */
final class SphinxDictionary extends SpelledDictionary {
    private static final String NOISE = "[NOISE]";

    private final Lexicon lexicon;
    private final UnitManager units;
    private final Map<String, Word> words = new HashMap<>();

    SphinxDictionary(Lexicon lexicon, UnitManager units) {
        this.lexicon = lexicon;
        this.units = units;
        for (String silence : List.of(SENTENCE_START_SPELLING, SENTENCE_END_SPELLING, SILENCE_SPELLING)) {
            filler(silence, "SIL");
        }
        filler(NOISE, "+NSN+");
    }

    @Override
    public @Nullable Word getWord(String text) {
        Word known = words.get(text);
        if (known != null) {
            return known;
        }
        List<String> pronunciations = lexicon.pronunciations(text);
        if (pronunciations.isEmpty()) {
            return null;
        }
        Word word = word(text, pronunciations, false);
        words.put(text, word);
        return word;
    }

    @Override
    public Word[] getFillerWords() {
        return words.values().stream().filter(Word::isFiller).toArray(Word[]::new);
    }

    private void filler(String spelling, String phone) {
        words.put(spelling, word(spelling, List.of(phone), true));
    }

    private Word word(String text, List<String> pronunciations, boolean filler) {
        Pronunciation[] sounds = pronunciations.stream()
                .map(phones -> new Pronunciation(units(phones, filler), "", 1f))
                .toArray(Pronunciation[]::new);
        Word word = new Word(text, sounds, filler);
        for (Pronunciation sound : sounds) {
            sound.setWord(word);
        }
        return word;
    }

    private Unit[] units(String phones, boolean filler) {
        String[] names = phones.split(" ");
        Unit[] sounds = new Unit[names.length];
        for (int i = 0; i < names.length; i++) {
            sounds[i] = units.getUnit(names[i], filler, Context.EMPTY_CONTEXT);
        }
        return sounds;
    }
}
