package io.parley.speech.sphinx;

import edu.cmu.sphinx.frontend.FloatData;

/** Ten milliseconds of sound as its features, with the scores that one decoder keeps of it. */
final class Frame extends FloatData {
    private final transient FrameScores scores;

    /** @param scores the keeping decoder's */
    Frame(FloatData features, FrameScores scores) {
        super(
                features.getValues(),
                features.getSampleRate(),
                features.getCollectTime(),
                features.getFirstSampleNumber());
        this.scores = scores;
    }

    /** How well the sound fits a tied state, in Sphinx4's logarithm. */
    float score(int senone) {
        return scores.of(this, senone);
    }
}
