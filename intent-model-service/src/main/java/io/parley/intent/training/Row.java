package io.parley.intent.training;

import io.parley.intent.features.Features;

/**
 * A labelled situation as numbers.
 *
 * @param label the right label's number
 */
record Row(Features features, int label) {}
