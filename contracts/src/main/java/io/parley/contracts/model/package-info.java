/** The questions the order flow asks the two model services over Kafka, and their answers. */
@NullMarked
package io.parley.contracts.model;

import org.jspecify.annotations.NullMarked;
