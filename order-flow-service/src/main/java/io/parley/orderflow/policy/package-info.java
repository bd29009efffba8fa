/** Asks the two model services over Kafka: where to go next, and what to answer. */
@NullMarked
package io.parley.orderflow.policy;

import org.jspecify.annotations.NullMarked;
