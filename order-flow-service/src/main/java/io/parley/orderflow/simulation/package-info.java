/**
 * Customers without a customer: seeded personas that talk to the real service, from the campaign's own wordings.
 * {@code Simulations} is where it starts, {@code Encounter} plays one conversation, {@code SimulatedCustomer} decides what is said.
 */
@NullMarked
package io.parley.orderflow.simulation;

import org.jspecify.annotations.NullMarked;
