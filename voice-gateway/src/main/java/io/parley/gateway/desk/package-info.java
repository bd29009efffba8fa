/** The desk, for operators: who waits for a person, and what a person does. The order-flow-service does it; this relays. */
@NullMarked
package io.parley.gateway.desk;

import org.jspecify.annotations.NullMarked;
