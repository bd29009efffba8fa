package io.parley.speech.sphinx;

import edu.cmu.sphinx.linguist.acoustic.tiedstate.Pool;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Senone;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Sphinx3Loader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Loads the acoustic model with tied states that all decoders can ask at once. Public, since Sphinx4 makes it from
 * {@code acoustics.xml}.
 */
public final class SharedLoader extends Sphinx3Loader {
    private @Nullable Codebooks codebooks;

    /** What the tied states' scores come of; after loading. */
    Codebooks codebooks() {
        return Objects.requireNonNull(codebooks, "the acoustic model is not loaded");
    }

    /** The models of phones refer to the tied states, which are there when those are read. */
    @Override
    protected void loadHMMPool(boolean useContext, InputStream definition) throws IOException {
        codebooks = new Codebooks(getMeansPool(), getVariancePool(), getMixtureWeights(), getSenone2Ci());
        Pool<Senone> shared = new Pool<>("senones");
        for (int id = 0; id < codebooks.senones(); id++) {
            shared.put(id, new SharedSenone(id));
        }
        senonePool = shared;
        super.loadHMMPool(useContext, definition);
    }

    /** Nothing: scores lie with the frames. */
    @Override
    public void clearGauScores() {}

    /** Nothing: scores lie with the frames. */
    @Override
    public void setGauScoresQueueLength(int frames) {}
}
