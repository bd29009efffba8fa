/** The trained network as it answers: plain kernels over its parameters, calibration, out-of-scope, explanation. */
@NullMarked
package io.parley.intent.network;

import org.jspecify.annotations.NullMarked;
