package io.parley.speech.sphinx;

import edu.cmu.sphinx.frontend.BaseDataProcessor;
import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.frontend.DataEndSignal;
import edu.cmu.sphinx.frontend.DataStartSignal;
import edu.cmu.sphinx.frontend.DoubleData;
import io.parley.speech.Sound;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Where a decoder's front end gets its sound: what a call feeds, as it comes. The decoder waits where there is none yet. */
final class FedSource extends BaseDataProcessor {
    private static final short[] END = new short[0];

    private final LinkedBlockingQueue<short[]> fed = new LinkedBlockingQueue<>();
    private boolean started;
    private boolean ended;
    private long position;
    private long waited;
    private long began;

    FedSource() {
        initLogger();
    }

    /** Forgets the utterance before. */
    void restart() {
        fed.clear();
        position = 0;
        started = false;
        ended = false;
        waited = 0;
        began = System.nanoTime();
    }

    /** Nobody wants to know any more: what was fed is forgotten, and it ends. */
    void giveUp() {
        fed.clear();
        end();
    }

    /** How long the decoder has worked since the restart, without the time it waited for sound. */
    Duration worked() {
        return Duration.ofNanos(System.nanoTime() - began - waited);
    }

    /** The next samples, at 16 kHz. */
    void feed(short[] samples) {
        if (samples.length > 0) {
            fed.add(samples);
        }
    }

    void end() {
        fed.add(END);
    }

    @Override
    public @Nullable Data getData() {
        if (!started) {
            started = true;
            return new DataStartSignal(Sound.WIDE);
        }
        if (ended) {
            return null;
        }
        try {
            long before = System.nanoTime();
            short[] samples = fed.take();
            waited += System.nanoTime() - before;
            if (samples.length == 0) {
                ended = true;
                return new DataEndSignal(position * 1000 / Sound.WIDE);
            }
            double[] values = new double[samples.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = samples[i];
            }
            DoubleData data = new DoubleData(values, Sound.WIDE, position);
            position += values.length;
            return data;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ended = true;
            return new DataEndSignal(position * 1000 / Sound.WIDE);
        }
    }
}
