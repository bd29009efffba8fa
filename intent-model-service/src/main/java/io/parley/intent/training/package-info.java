/** Makes a model from labelled situations: graph, batches, early stopping, calibration. */
@NullMarked
package io.parley.intent.training;

import org.jspecify.annotations.NullMarked;
