package io.parley.speech.sphinx;

import edu.cmu.sphinx.linguist.acoustic.HMM;
import edu.cmu.sphinx.linguist.acoustic.HMMPosition;
import edu.cmu.sphinx.linguist.acoustic.Unit;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.TiedStateAcousticModel;

/**
 * The acoustic model of all decoders. Sphinx4's own makes models of phones that are missing when they are asked for; here one
 * decoder at a time does. Public, since Sphinx4 makes it from {@code acoustics.xml}.
 */
public final class SharedAcousticModel extends TiedStateAcousticModel {

    @Override
    public synchronized HMM lookupNearestHMM(Unit unit, HMMPosition position, boolean exactMatch) {
        return super.lookupNearestHMM(unit, position, exactMatch);
    }
}
