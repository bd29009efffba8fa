package io.parley.speech.sphinx;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What one decoder has worked out of the frames it looks at: the search and its look-ahead ask for the same scores many times.
 * Of one thread at a time.
 */
final class FrameScores {
    /** More than the look-ahead is ahead. */
    private static final int FRAMES = 8;

    private final Codebooks codebooks;
    private final Kept[] kept = new Kept[FRAMES];
    private int next;

    FrameScores(Codebooks codebooks) {
        this.codebooks = codebooks;
        for (int i = 0; i < FRAMES; i++) {
            kept[i] = new Kept(codebooks);
        }
    }

    float of(Frame frame, int senone) {
        Kept there = kept(frame);
        float known = there.scores[senone];
        if (!Float.isNaN(known)) {
            return known;
        }
        int codebook = codebooks.codebookOf(senone);
        if (!there.found[codebook]) {
            codebooks.best(codebook, frame.getValues(), there.ids, there.densities);
            there.found[codebook] = true;
        }
        float score = codebooks.score(senone, there.ids, there.densities);
        there.scores[senone] = score;
        return score;
    }

    private Kept kept(Frame frame) {
        for (int back = 1; back <= FRAMES; back++) {
            Kept candidate = kept[Math.floorMod(next - back, FRAMES)];
            if (candidate.frame == frame) {
                return candidate;
            }
        }
        Kept oldest = kept[next];
        oldest.begin(frame, kept[Math.floorMod(next - 1, FRAMES)]);
        next = (next + 1) % FRAMES;
        return oldest;
    }

    /** What is known of one frame. */
    private static final class Kept {
        private final float[] scores;
        private final boolean[] found;
        private final int[] ids;
        private final float[] densities;
        private @Nullable Frame frame;

        Kept(Codebooks codebooks) {
            scores = new float[codebooks.senones()];
            found = new boolean[codebooks.size()];
            ids = new int[codebooks.size() * codebooks.bestSize()];
            densities = new float[ids.length];
            Arrays.setAll(ids, at -> at % Codebooks.TOP);
        }

        /** Sound changes slowly: what was nearest to the frame before is a good guess for this one. */
        void begin(Frame another, Kept before) {
            frame = another;
            Arrays.fill(scores, Float.NaN);
            Arrays.fill(found, false);
            System.arraycopy(before.ids, 0, ids, 0, ids.length);
        }
    }
}
