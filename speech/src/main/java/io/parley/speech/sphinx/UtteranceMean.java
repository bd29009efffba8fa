package io.parley.speech.sphinx;

import edu.cmu.sphinx.frontend.BaseDataProcessor;
import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.frontend.DataStartSignal;
import edu.cmu.sphinx.frontend.DoubleData;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Takes away what the way to us does to a voice: the mean of an utterance's cepstra. It begins with the first second's,
 * which is waited for, and goes on with that of all that was heard. Sphinx4's own mean for live sound goes over from one
 * utterance to the next; here no caller is heard differently because of another.
 */
final class UtteranceMean extends BaseDataProcessor {
    /** Frames of 10 ms that the first mean is taken of. */
    private static final int FIRST = 100;

    private final Queue<Data> waiting = new ArrayDeque<>();
    private double[] sum = new double[0];
    private int frames;
    private boolean waited;

    UtteranceMean() {
        initLogger();
    }

    @Override
    public @Nullable Data getData() {
        if (!waited) {
            waitForFirst();
        }
        Data next = waiting.isEmpty() ? count(getPredecessor().getData()) : waiting.poll();
        if (next instanceof DataStartSignal) {
            restart();
        } else if (next instanceof DoubleData cepstrum) {
            subtract(cepstrum.getValues());
        }
        return next;
    }

    /** Fills what waits; the start of an utterance is passed on at once, since nothing else has come yet. */
    private void waitForFirst() {
        while (waiting.size() < FIRST) {
            Data next = count(getPredecessor().getData());
            if (next != null) {
                waiting.add(next);
            }
            if (!(next instanceof DoubleData)) {
                break;
            }
        }
        waited = true;
    }

    private void restart() {
        waiting.clear();
        sum = new double[0];
        frames = 0;
        waited = false;
    }

    private @Nullable Data count(@Nullable Data data) {
        if (data instanceof DoubleData cepstrum && cepstrum.getValues()[0] >= 0) {
            double[] values = cepstrum.getValues();
            if (sum.length == 0) {
                sum = new double[values.length];
            }
            for (int i = 0; i < values.length; i++) {
                sum[i] += values[i];
            }
            frames++;
        }
        return data;
    }

    private void subtract(double[] values) {
        for (int i = 0; i < sum.length; i++) {
            values[i] -= sum[i] / frames;
        }
    }
}
