package io.parley.speech.sphinx;

import edu.cmu.sphinx.linguist.acoustic.UnitManager;
import edu.cmu.sphinx.linguist.allphone.AllphoneLinguist;
import edu.cmu.sphinx.util.props.ConfigurationManager;
import io.parley.speech.language.Lexicon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * What all decoders of a recogniser share, some 80 MB: the acoustic model, and the loop of phones that looks ahead of the
 * search. Thread-safe.
 */
record Acoustics(SharedLoader loader, SharedAcousticModel model, UnitManager units, AllphoneLinguist phones) {

    /** Reads the acoustic model from the class path, which takes a second or two. */
    static Acoustics load() {
        try {
            ConfigurationManager parts =
                    new ConfigurationManager(Objects.requireNonNull(Acoustics.class.getResource("acoustics.xml")));
            SharedAcousticModel model = (SharedAcousticModel) parts.lookup("acousticModel");
            model.allocate();
            return new Acoustics(
                    (SharedLoader) parts.lookup("loader"),
                    model,
                    (UnitManager) parts.lookup("units"),
                    (AllphoneLinguist) parts.lookup("phones"));
        } catch (IOException e) {
            throw new UncheckedIOException("the acoustic model cannot be read from the class path", e);
        }
    }

    SphinxDictionary dictionary() {
        return new SphinxDictionary(Lexicon.english(), units);
    }
}
