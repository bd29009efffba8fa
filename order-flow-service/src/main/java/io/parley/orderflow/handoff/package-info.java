/** Customers who wait for a person, and who is there for them. What is said meanwhile is a turn's business. */
@NullMarked
package io.parley.orderflow.handoff;

import org.jspecify.annotations.NullMarked;
