/** Simulated customers, for operators. The order-flow-service plays them; this relays. */
@NullMarked
package io.parley.gateway.simulation;

import org.jspecify.annotations.NullMarked;
