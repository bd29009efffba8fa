package io.parley.intent.training;

import java.util.List;

/**
 * Rows to learn from and rows kept apart.
 *
 * @param training to learn from
 * @param heldOut to stop in time and to calibrate; empty where there are too few rows to spare any
 */
record Split(List<LabelledSituation> training, List<LabelledSituation> heldOut) {

    /** Of fewer rows none is spared. */
    static final int FEWEST_ROWS = 40;
}
