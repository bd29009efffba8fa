package io.parley.standalone.evaluate;

import io.parley.neural.jobs.ProgressListener;
import io.parley.standalone.stack.ProgressBar;

/** Shows a training's epochs. */
final class EpochBar implements ProgressListener {

    private final ProgressBar bar;

    EpochBar(ProgressBar bar) {
        this.bar = bar;
    }

    @Override
    public void reached(String phase, int epoch, int epochs, double loss, double heldOutAccuracy) {
        bar.show(phase, epochs == 0 ? 0 : (double) epoch / epochs, 0);
        if (epoch == epochs) {
            bar.done();
        }
    }
}
