package io.parley.speech.sphinx;

import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.MixtureComponent;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Senone;

/** A tied state of the acoustic model. It keeps no scores, which lie with the frames, and so serves all decoders at once. */
@SuppressWarnings("serial") // nobody writes a model out
record SharedSenone(int id) implements Senone {

    @Override
    public float getScore(Data frame) {
        return ((Frame) frame).score(id);
    }

    @Override
    public long getID() {
        return id;
    }

    @Override
    public void dump(String message) {
        throw new UnsupportedOperationException("of tied states only scores are told");
    }

    @Override
    public float[] calculateComponentScore(Data frame) {
        throw new UnsupportedOperationException("of tied states only scores are told");
    }

    @Override
    public MixtureComponent[] getMixtureComponents() {
        throw new UnsupportedOperationException("of tied states only scores are told");
    }

    @Override
    public float[] getLogMixtureWeights() {
        throw new UnsupportedOperationException("of tied states only scores are told");
    }
}
