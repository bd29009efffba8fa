/** Simulated customers: how many are wanted, and how they fared. JSON between gateway, order-flow-service and command line. */
@NullMarked
package io.parley.contracts.simulation;

import org.jspecify.annotations.NullMarked;
