package io.parley.speech.sphinx;

import edu.cmu.sphinx.frontend.BaseDataProcessor;
import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.frontend.FloatData;
import org.jspecify.annotations.Nullable;

/** Ends a decoder's front end: features go on as {@link Frame}s. */
final class Framing extends BaseDataProcessor {
    private final FrameScores scores;

    Framing(FrameScores scores) {
        this.scores = scores;
        initLogger();
    }

    @Override
    public @Nullable Data getData() {
        Data data = getPredecessor().getData();
        return data instanceof FloatData features ? new Frame(features, scores) : data;
    }
}
